package dev.bonafide.store.sqlite;

import dev.bonafide.kernel.Clock;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.sqlite.DocumentTable.Place;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One collection. Writes look at the time when they are done, not when they were asked for. */
final class SqliteCollection implements DocumentCollection {
    private final CollectionShape shape;
    private final String name;
    private final Readers readers;
    private final Writing writing;
    private final Clock clock;

    SqliteCollection(CollectionShape shape, Readers readers, Writing writing, Clock clock) {
        this.shape = shape;
        this.name = shape.name();
        this.readers = readers;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public boolean insert(Document document) {
        shape.check(document);
        return writing.write(link -> insert(link, document));
    }

    @Override
    public Optional<Document> get(String id) {
        return documents(DocumentQuery.GET, name, id, now()).stream().findFirst();
    }

    @Override
    public boolean replace(Document document) {
        shape.check(document);
        return writing.write(link -> replace(link, document));
    }

    @Override
    public boolean delete(String id) {
        return writing.write(link -> delete(link, id));
    }

    @Override
    public List<Document> find(
            String index, String key, Direction direction, String after, int limit) {
        shape.check(index);
        return documents(DocumentQuery.find(direction), name, index, key, now(), after, limit);
    }

    @Override
    public List<Document> all(Direction direction, String after, int limit) {
        return documents(DocumentQuery.all(direction), name, now(), after, limit);
    }

    @Override
    public long count(String index, String key) {
        shape.check(index);
        return readers.read(link ->
                link.first(DocumentQuery.COUNT, row -> row.getLong(1), name, index, key, now())
                        .orElseThrow());
    }

    /** At once, however many there are: a crash can't leave half of them. */
    @Override
    public void clear() {
        writing.write(link -> {
            String indexes = DocumentTable.indexes(link, name);
            link.update("INSERT INTO cleared SELECT number FROM collections WHERE name = ?", name);
            link.update("DELETE FROM collections WHERE name = ?", name);
            return DocumentTable.makeCollection(link, name, indexes);
        });
    }

    private boolean insert(Link link, Document document) throws SQLException {
        Optional<Place> place = DocumentTable.byId(link, name, document.id());
        if (place.isPresent() && place.get().visibleAt(clock.now())) {
            return false;
        }
        if (place.isPresent()) {
            DocumentTable.remove(link, place.get());
        }
        DocumentTable.insert(link, name, document);
        return true;
    }

    private boolean replace(Link link, Document document) throws SQLException {
        Optional<Place> place =
                visible(link, document.id()).filter(p -> p.version() == document.version());
        if (place.isPresent()) {
            DocumentTable.replace(link, name, place.get(), document);
        }
        return place.isPresent();
    }

    private boolean delete(Link link, String id) throws SQLException {
        Optional<Place> place = visible(link, id);
        if (place.isPresent()) {
            DocumentTable.remove(link, place.get());
        }
        return place.isPresent();
    }

    private Optional<Place> visible(Link link, String id) throws SQLException {
        return DocumentTable.byId(link, name, id).filter(place -> place.visibleAt(clock.now()));
    }

    private List<Document> documents(String sql, Object... values) {
        return readers.read(link -> link.all(sql, DocumentTable::document, values));
    }

    private long now() {
        return DocumentTable.micros(clock.now());
    }
}
