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

    Optional<Token> get(String projection) {
        return documents.get(projection).map(Document::body).map(Token::of);
    }

    List<Token> all() {
        return documents.all(Direction.ASCENDING, "", READERS_MAX).stream()
                .map(Document::body)
                .map(Token::of)
                .toList();
    }

    /** {@link IllegalStateException} if somebody else moves the same token. */
    void save(String projection, Token token) {
        boolean saved =
                documents
                        .get(projection)
                        .map(stored -> documents.replace(stored.withBody(token.json())))
                        .orElseGet(() ->
                                documents.insert(Document.of(projection, token.json(), null)));
        if (!saved) {
            throw new IllegalStateException("two readers move the token of " + projection);
        }
    }
}
