package dev.bonafide.store;

import static dev.bonafide.store.DocumentCollection.Direction.ASCENDING;
import static dev.bonafide.store.DocumentCollection.Direction.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What documents promise (log.md section 5), whatever they are kept in. */
public abstract class DocumentsContract {
    private static final CollectionShape SHAPE =
            new CollectionShape("sessions-1", Set.of("identity", "tag"));

    private DocumentCollection sessions;

    /** The empty documents under test. */
    protected abstract Documents documents();

    @BeforeEach
    void makeACollection() {
        sessions = documents().collection(SHAPE);
    }

    /** Whether the store under test orders texts by their bytes, as every one should. */
    protected boolean ordersBytes() {
        return true;
    }

    @Test
    void givesBackEveryFieldOfADocument() {
        Document document =
                keyed("s1", Map.of("identity", Set.of("ada"), "tag", Set.of("", "b:,\n\0")));
        assertThat(sessions.insert(document)).isTrue();

        assertThat(sessions.get("s1")).contains(document);
        assertThat(sessions.find("tag", "b:,\n\0", ASCENDING, "", 1)).containsExactly(document);
        assertThat(sessions.all(ASCENDING, "", 1)).containsExactly(document);
        assertThat(sessions.get("s2")).isEmpty();
    }

    @Test
    void insertsAnIdOnce() {
        assertThat(sessions.insert(plain("s1").withBody("first"))).isTrue();
        assertThat(sessions.insert(plain("s1").withBody("second"))).isFalse();

        assertThat(sessions.get("s1").orElseThrow().body()).isEqualTo("first");
    }

    @Test
    void countsVersionsFromOne() {
        sessions.insert(plain("s1").atVersion(7));
        assertThat(sessions.get("s1").orElseThrow().version()).isEqualTo(1);

        assertThat(sessions.replace(plain("s1"))).isTrue();
        assertThat(sessions.get("s1").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void replacesBodyAndKeysOfTheVersionThatWasRead() {
        sessions.insert(keyed("s1", Map.of("identity", Set.of("ada", "eve"))));
        Document changed =
                keyed("s1", Map.of("identity", Set.of("eve", "bob"))).withBody("changed");

        assertThat(sessions.replace(changed)).isTrue();
        assertThat(sessions.replace(changed.withBody("too late"))).isFalse();

        assertThat(sessions.get("s1")).contains(changed.atVersion(2));
        assertThat(sessions.count("identity", "ada")).isZero();
        assertThat(sessions.count("identity", "bob")).isEqualTo(1);
        assertThat(sessions.count("identity", "eve")).isEqualTo(1);
    }

    @Test
    void replacesNothingThatIsNotThere() {
        assertThat(sessions.replace(plain("s1"))).isFalse();
        assertThat(sessions.get("s1")).isEmpty();
    }

    @Test
    void deletesADocumentWithItsKeys() {
        sessions.insert(keyed("s1", Map.of("identity", Set.of("ada"))));

        assertThat(sessions.delete("s1")).isTrue();
        assertThat(sessions.delete("s1")).isFalse();
        assertThat(sessions.get("s1")).isEmpty();
        assertThat(sessions.count("identity", "ada")).isZero();
        assertThat(sessions.insert(plain("s1"))).isTrue();
        assertThat(sessions.find("identity", "ada", ASCENDING, "", 10)).isEmpty();
    }

    @Test
    void findsInBothDirectionsFromAnId() {
        for (String id : List.of("c", "a", "e", "b", "d")) {
            sessions.insert(keyed(id, Map.of("identity", Set.of("ada"))));
        }
        sessions.insert(keyed("bb", Map.of("identity", Set.of("bob"))));

        assertThat(ids(sessions.find("identity", "ada", ASCENDING, "", 2)))
                .containsExactly("a", "b");
        assertThat(ids(sessions.find("identity", "ada", ASCENDING, "b", 9)))
                .containsExactly("c", "d", "e");
        assertThat(ids(sessions.find("identity", "ada", DESCENDING, "", 2)))
                .containsExactly("e", "d");
        assertThat(ids(sessions.find("identity", "ada", DESCENDING, "c", 9)))
                .containsExactly("b", "a");
        assertThat(ids(sessions.find("identity", "ada", ASCENDING, "e", 9))).isEmpty();
        assertThat(sessions.count("identity", "ada")).isEqualTo(5);
    }

    @Test
    void listsAllInOrderOfTheirBytes() {
        assumeTrue(ordersBytes(), "left out: this double orders texts by UTF-16 units");
        List<String> ordered = List.of("A", "B", "a", "\u00e4", "\uFF5E", "\uD83D\uDE00");
        ordered.reversed().forEach(id -> sessions.insert(plain(id)));

        assertThat(ids(sessions.all(ASCENDING, "", 9))).containsExactlyElementsOf(ordered);
        assertThat(ids(sessions.all(DESCENDING, "", 9)))
                .containsExactlyElementsOf(ordered.reversed());
        assertThat(ids(sessions.all(ASCENDING, "B", 2))).containsExactly("a", "\u00e4");
        assertThat(ids(sessions.all(DESCENDING, "B", 2))).containsExactly("A");
    }

    @Test
    void keepsIndexesAndCollectionsApart() {
        DocumentCollection others =
                documents().collection(new CollectionShape("flows-1", Set.of("identity")));
        sessions.insert(keyed("s1", Map.of("tag", Set.of("ada"))));

        assertThat(sessions.count("identity", "ada")).isZero();
        assertThat(others.get("s1")).isEmpty();
        assertThat(others.insert(plain("s1"))).isTrue();
        others.clear();
        assertThat(sessions.get("s1")).isPresent();
    }

    @Test
    void clearsOneCollectionWhichGoesOnBeingUsed() {
        sessions.insert(keyed("s1", Map.of("identity", Set.of("ada"))));
        sessions.clear();

        assertThat(sessions.get("s1")).isEmpty();
        assertThat(sessions.count("identity", "ada")).isZero();
        assertThat(sessions.all(ASCENDING, "", 9)).isEmpty();
        assertThat(sessions.insert(plain("s1"))).isTrue();
        assertThat(documents().collection(SHAPE).get("s1")).isPresent();
    }

    @Test
    void refusesIndexesThatWereNotDeclared() {
        assertThatThrownBy(() -> sessions.insert(keyed("s1", Map.of("colour", Set.of("red")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sessions.find("colour", "red", ASCENDING, "", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sessions.count("colour", "red"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(sessions.get("s1")).isEmpty();
    }

    @Test
    void refusesTheSameNameWithAnotherShape() {
        assertThatThrownBy(() ->
                        documents().collection(new CollectionShape("sessions-1", Set.of("tag"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sessions-1");
    }

    @Test
    void letsOneOfManyInsertAndLosesNoReplacement() throws Exception {
        List<Boolean> inserted = Together.run(8, _ -> this::insertThenCountUp);

        assertThat(inserted).containsOnlyOnce(true);
        assertThat(sessions.get("counter").orElseThrow().body()).isEqualTo("80");
    }

    private boolean insertThenCountUp() {
        boolean inserted = sessions.insert(plain("counter").withBody("0"));
        for (int done = 0; done < 10; ) {
            done += countUp() ? 1 : 0;
        }
        return inserted;
    }

    private boolean countUp() {
        Document read = sessions.get("counter").orElseThrow();
        return sessions.replace(read.withBody(String.valueOf(Long.parseLong(read.body()) + 1)));
    }

    private static Document plain(String id) {
        return Document.of(id, "{}", null);
    }

    private static Document keyed(String id, Map<String, Set<String>> keys) {
        return new Document(id, 1, "{\"text\":\"\u00e4\uD83D\uDE00\"}", keys, null);
    }

    private static List<String> ids(List<Document> documents) {
        return documents.stream().map(Document::id).toList();
    }
}
