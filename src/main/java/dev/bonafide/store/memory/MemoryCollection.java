package dev.bonafide.store.memory;

import dev.bonafide.kernel.Clock;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Documents by id, and ids by index and key. */
final class MemoryCollection implements DocumentCollection {
    private record Place(String index, String key) {}

    private final CollectionShape shape;
    private final Clock clock;
    private final NavigableMap<String, Document> documents = new TreeMap<>(Utf8Order::compare);
    private final Map<Place, NavigableSet<String>> places = new HashMap<>();

    MemoryCollection(CollectionShape shape, Clock clock) {
        this.shape = shape;
        this.clock = clock;
    }

    CollectionShape shape() {
        return shape;
    }

    @Override
    public synchronized boolean insert(Document document) {
        shape.check(document);
        boolean absent = get(document.id()).isEmpty();
        if (absent) {
            put(document.atVersion(1));
        }
        return absent;
    }

    @Override
    public synchronized Optional<Document> get(String id) {
        return Optional.ofNullable(documents.get(id)).filter(visible());
    }

    @Override
    public synchronized boolean replace(Document document) {
        shape.check(document);
        boolean current =
                get(document.id()).filter(d -> d.version() == document.version()).isPresent();
        if (current) {
            put(document.atVersion(document.version() + 1));
        }
        return current;
    }

    @Override
    public synchronized boolean delete(String id) {
        boolean present = get(id).isPresent();
        remove(id);
        return present;
    }

    @Override
    public synchronized List<Document> find(
            String index, String key, Direction direction, String after, int limit) {
        return page(ids(index, key), direction, after, limit);
    }

    @Override
    public synchronized List<Document> all(Direction direction, String after, int limit) {
        return page(documents.navigableKeySet(), direction, after, limit);
    }

    @Override
    public synchronized long count(String index, String key) {
        return ids(index, key).stream().flatMap(this::found).count();
    }

    @Override
    public synchronized void clear() {
        documents.clear();
        places.clear();
    }

    synchronized long sweep() {
        List<String> expired =
                documents.values().stream().filter(visible().negate()).map(Document::id).toList();
        expired.forEach(this::remove);
        return expired.size();
    }

    private NavigableSet<String> ids(String index, String key) {
        shape.check(index);
        return places.getOrDefault(new Place(index, key), Collections.emptyNavigableSet());
    }

    private List<Document> page(
            NavigableSet<String> ids, Direction direction, String after, int limit) {
        NavigableSet<String> ordered =
                switch (direction) {
                    case ASCENDING -> ids.isEmpty() ? ids : ids.tailSet(after, false);
                    case DESCENDING ->
                            (after.isEmpty() ? ids : ids.headSet(after, false)).descendingSet();
                };
        return ordered.stream().flatMap(this::found).limit(limit).toList();
    }

    private Stream<Document> found(String id) {
        return get(id).stream();
    }

    private Predicate<Document> visible() {
        Instant now = clock.now();
        return document -> document.visibleAt(now);
    }

    private void put(Document document) {
        remove(document.id());
        documents.put(document.id(), document);
        eachPlace(document, (place, id) -> places.computeIfAbsent(place, _ -> ids()).add(id));
    }

    private void remove(String id) {
        Document former = documents.remove(id);
        if (former != null) {
            eachPlace(former, this::leave);
        }
    }

    private void leave(Place place, String id) {
        NavigableSet<String> ids = places.get(place);
        if (ids != null && ids.remove(id) && ids.isEmpty()) {
            places.remove(place);
        }
    }

    private static NavigableSet<String> ids() {
        return new TreeSet<>(Utf8Order::compare);
    }

    private static void eachPlace(Document document, BiConsumer<Place, String> action) {
        document.keys()
                .forEach((index, keys) ->
                        keys.forEach(key -> action.accept(new Place(index, key), document.id())));
    }
}
