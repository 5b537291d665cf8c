package dev.bonafide.store;

import static dev.bonafide.store.DocumentCollection.Direction.ASCENDING;
import static dev.bonafide.store.DocumentCollection.Direction.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An expired document is invisible to every read; deleting it is housekeeping (log.md section 5).
 */
public abstract class ExpiryContract {
    private static final CollectionShape SHAPE = new CollectionShape("flows-1", Set.of("kind"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    protected final FakeClock clock = new FakeClock();
    private DocumentCollection flows;

    /** The empty store under test, which reads {@link #clock}. */
    protected abstract Store store();

    @BeforeEach
    void makeACollection() {
        flows = store().documents().collection(SHAPE);
    }

    @Test
    void showsADocumentUntilItExpiresAndNotFromThenOn() {
        flows.insert(flow("f1", MINUTE));

        clock.advance(MINUTE.minus(Duration.ofNanos(1000)));
        assertThat(flows.get("f1")).contains(flow("f1", Duration.ofNanos(1000)));
        clock.advance(Duration.ofNanos(1000));
        assertThat(flows.get("f1")).isEmpty();
    }

    @Test
    void hidesAnExpiredDocumentFromEveryRead() {
        expired("f1");
        flows.insert(flow("f2", MINUTE));

        assertThat(flows.get("f1")).isEmpty();
        assertThat(ids(flows.find("kind", "login", ASCENDING, "", 9))).containsExactly("f2");
        assertThat(ids(flows.find("kind", "login", DESCENDING, "", 9))).containsExactly("f2");
        assertThat(ids(flows.all(ASCENDING, "", 1))).containsExactly("f2");
        assertThat(flows.count("kind", "login")).isEqualTo(1);
    }

    @Test
    void changesNothingThatHasExpired() {
        expired("f1");

        assertThat(flows.replace(flow("f1", MINUTE))).isFalse();
        assertThat(flows.delete("f1")).isFalse();
        assertThat(flows.get("f1")).isEmpty();
    }

    @Test
    void insertsAnewInPlaceOfAnExpiredOne() {
        expired("f1");
        Document anew = Document.of("f1", "anew", clock.now().plus(MINUTE));

        assertThat(flows.insert(anew)).isTrue();
        assertThat(flows.get("f1")).contains(anew);
        assertThat(flows.count("kind", "login")).isZero();
    }

    @Test
    void keepsADocumentWhoseExpiryWasPutOff() {
        flows.insert(flow("f1", MINUTE));
        flows.replace(flow("f1", MINUTE.multipliedBy(3)));
        clock.advance(MINUTE.multipliedBy(2));

        assertThat(flows.get("f1")).isPresent();
        assertThat(store().sweep()).isZero();
        assertThat(flows.get("f1")).isPresent();
    }

    @Test
    void sweepsAwayWhatHasExpiredAndNothingElse() {
        for (int i = 0; i < 1200; i++) {
            flows.insert(flow("old" + i, MINUTE));
        }
        clock.advance(MINUTE);
        flows.insert(flow("young", MINUTE));
        flows.insert(Document.of("stays", "{}", null));

        assertThat(store().sweep()).isEqualTo(1200);
        assertThat(store().sweep()).isZero();
        assertThat(ids(flows.all(ASCENDING, "", 9))).containsExactly("stays", "young");
        assertThat(flows.count("kind", "login")).isEqualTo(1);
    }

    private void expired(String id) {
        flows.insert(flow(id, MINUTE));
        clock.advance(MINUTE);
    }

    private Document flow(String id, Duration left) {
        return new Document(id, 1, "{}", Map.of("kind", Set.of("login")), clock.now().plus(left));
    }

    private static List<String> ids(List<Document> documents) {
        return documents.stream().map(Document::id).toList();
    }
}
