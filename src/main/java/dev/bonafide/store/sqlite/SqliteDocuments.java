package dev.bonafide.store.sqlite;

import dev.bonafide.kernel.Clock;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Collections in the views' file, each with the shape it was made with. */
final class SqliteDocuments implements Documents {
    private final Map<CollectionShape, SqliteCollection> known = new ConcurrentHashMap<>();
    private final Readers readers;
    private final Writing writing;
    private final Clock clock;

    SqliteDocuments(Readers readers, Writing writing, Clock clock) {
        this.readers = readers;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public DocumentCollection collection(CollectionShape shape) {
        return known.computeIfAbsent(shape, this::opened);
    }

    /** One step after the other, so that others write in between. */
    long sweep() {
        long swept = 0;
        for (int step = Sweep.STEP; step == Sweep.STEP; swept += step) {
            step = writing.write(link -> Sweep.expired(link, clock.now()));
        }
        while (writing.write(Sweep::anyCleared)) {
            swept += writing.write(Sweep::cleared);
        }
        return swept;
    }

    private SqliteCollection opened(CollectionShape shape) {
        String indexes = indexes(shape);
        String stored = writing.write(link -> made(link, shape.name(), indexes));
        if (!stored.equals(indexes)) {
            throw new IllegalStateException(
                    "%s was made with the indexes [%s], not [%s]: another shape needs another name"
                            .formatted(shape.name(), stored, indexes));
        }
        return new SqliteCollection(shape, readers, writing, clock);
    }

    private static String made(Link link, String name, String indexes) throws SQLException {
        DocumentTable.makeCollection(link, name, indexes);
        return DocumentTable.indexes(link, name);
    }

    private static String indexes(CollectionShape shape) {
        return shape.indexes().stream().sorted().collect(Collectors.joining(", "));
    }
}
