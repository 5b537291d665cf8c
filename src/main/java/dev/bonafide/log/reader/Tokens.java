package dev.bonafide.log.reader;

import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.DocumentCollection.Direction;
import dev.bonafide.store.Documents;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens of all readers, by name of their projection. */
final class Tokens {
    private static final CollectionShape SHAPE = new CollectionShape("readers", Set.of());
    private static final int READERS_MAX = 1_000;

    private final DocumentCollection documents;

    Tokens(Documents documents) {
        this.documents = documents.collection(SHAPE);
    }

    Optional<Document> find(String projection) {
        return documents.get(projection);
    }

    Optional<Token> get(String projection) {
        return find(projection).map(Document::body).map(Token::of);
    }

    List<Token> all() {
        return documents.all(Direction.ASCENDING, "", READERS_MAX).stream()
                .map(Document::body)
                .map(Token::of)
                .toList();
    }

    /** The document with this token, not stored yet. */
    static Document fresh(String projection, Token token) {
        return Document.of(projection, token.json(), null);
    }

    /**
     * Stores the token over the one that was read or stored last.
     *
     * @return what is stored now; empty if somebody else has moved it since
     */
    Optional<Document> save(Optional<Document> last, Document next) {
        if (last.isEmpty()) {
            return documents.insert(next) ? Optional.of(next) : Optional.empty();
        }
        long version = last.get().version();
        return documents.replace(next.atVersion(version))
                ? Optional.of(next.atVersion(version + 1))
                : Optional.empty();
    }
}
