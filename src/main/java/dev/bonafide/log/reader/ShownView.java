package dev.bonafide.log.reader;

import dev.bonafide.log.Shown;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.DocumentCollection.Direction;
import java.util.List;
import java.util.function.Function;

/** Reads the build that the reader's token names, and again if that was another one afterwards. */
final class ShownView implements Shown {
    private final CollectionShape shape;
    private final Tokens tokens;
    private final Builds builds;

    ShownView(CollectionShape shape, Tokens tokens, Builds builds) {
        this.shape = shape;
        this.tokens = tokens;
        this.builds = builds;
    }

    @Override
    public List<Document> find(
            String index, String key, Direction direction, String after, int limit) {
        return read(documents -> documents.find(index, key, direction, after, limit));
    }

    @Override
    public List<Document> all(Direction direction, String after, int limit) {
        return read(documents -> documents.all(direction, after, limit));
    }

    /** The build that was shown before may have been emptied meanwhile. */
    private List<Document> read(Function<DocumentCollection, List<Document>> reading) {
        long build = shown();
        List<Document> page = reading.apply(builds.collection(shape, build));
        for (long after = shown(); after != build; after = shown()) {
            build = after;
            page = reading.apply(builds.collection(shape, build));
        }
        return page;
    }

    private long shown() {
        return tokens.get(shape.name()).map(Token::shown).orElse(0L);
    }
}
