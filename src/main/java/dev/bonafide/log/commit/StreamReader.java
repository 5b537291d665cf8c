package dev.bonafide.log.commit;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.event.Undecodable;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the events of one stream from the store. */
public final class StreamReader {
    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
    private static final int PAGE_COMMITS = 200;

    private final CommitLog log;
    private final CommitCodec codec;

    public StreamReader(CommitLog log, CommitCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /**
     * The stream's events up to and including the position, which must lie within the log.
     *
     * @throws Unavailable if the store is behind the position, or one of them cannot be decoded
     */
    public List<Recorded> events(StreamId stream, long upTo) {
        List<Recorded> events = new ArrayList<>();
        List<Commit> page;
        do {
            page = log.stream(stream, events.size(), upTo, PAGE_COMMITS);
            page.forEach(commit -> decode(commit, stream, events));
        } while (page.size() == PAGE_COMMITS && page.getLast().last() < upTo);
        events.removeIf(event -> event.position() > upTo);
        return events;
    }

    private void decode(Commit commit, StreamId stream, List<Recorded> events) {
        try {
            codec.open(commit).of(stream).stream()
                    .filter(event -> event.sequence() >= events.size())
                    .forEach(event -> add(event, events));
        } catch (Undecodable e) {
            LOG.error(
                    "Stream {} is closed: commit {} cannot be read", stream, commit.position(), e);
            throw new Unavailable("stream " + stream + " cannot be read", e);
        }
    }

    private static void add(Recorded event, List<Recorded> events) {
        if (event.sequence() != events.size()) {
            throw new Undecodable("event %d of the stream is missing".formatted(events.size()));
        }
        events.add(event);
    }
}
