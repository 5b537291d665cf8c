package dev.bonafide.log.reader;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.Ticker;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Projections;
import dev.bonafide.log.Shown;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.log.tail.Applied;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Documents;
import dev.bonafide.store.Store;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The readers of this node. */
public final class LogProjections implements Projections, AutoCloseable {
    private final Map<String, Reader> readers = new TreeMap<>();
    private final Source source;
    private final Applied applied;

    /**
     * None yet.
     *
     * @param node tells this node from the others on the store
     */
    public LogProjections(
            Store store, CommitCodec codec, KnownLog known, Applied applied, byte[] node) {
        Documents documents = store.documents();
        String name = HexFormat.of().formatHex(node);
        this.source =
                new Source(
                        store.log(),
                        codec,
                        known,
                        new Tokens(documents),
                        new Builds(documents),
                        projection ->
                                store.shared()
                                        ? new SharedOwnership(
                                                documents, projection, name, Ticker.system())
                                        : Ownership.ALONE);
        this.applied = applied;
    }

    /** Starts a reader for each; {@link IllegalStateException} if two have one name. */
    public void start(List<Projection> projections) {
        projections.forEach(this::add);
        readers.values().forEach(Reader::start);
    }

    private void add(Projection projection) {
        Reader reader = new Reader(projection, source);
        if (readers.putIfAbsent(projection.name(), reader) != null) {
            throw new IllegalStateException("two projections are named " + projection.name());
        }
        applied.listen(reader::news);
    }

    private Reader reader(String projection) {
        Reader reader = readers.get(projection);
        if (reader == null) {
            throw new IllegalArgumentException("no projection is named " + projection);
        }
        return reader;
    }

    @Override
    public boolean await(String projection, long position, Duration atMost) {
        return reader(projection).await(position, Deadline.after(atMost));
    }

    @Override
    public Map<String, Status> status() {
        return readers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().status()));
    }

    @Override
    public Shown shown(CollectionShape view) {
        return new ShownView(view, source.tokens(), source.builds());
    }

    @Override
    public void rebuild(String projection) {
        reader(projection).rebuild(source.known().head().position());
    }

    @Override
    public void beginRebuild(String projection) {
        var _ = reader(projection).beginRebuild(source.known().head().position());
    }

    @Override
    public void resume(String projection) {
        reader(projection).resume();
    }

    /** Ends each reader after the page that it is at. */
    @Override
    public void close() {
        readers.values().forEach(Reader::stop);
        readers.values().forEach(Reader::join);
    }
}
