package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import java.time.Instant;
import java.util.List;

/** The past of single streams. */
public interface History {
    /** Events of the stream up to and including the position, in order. */
    List<Recorded> stream(StreamId stream, long upTo);

    /**
     * Position of the last event of the last commit with {@code at} not after the time; 0 if there
     * is none.
     */
    long positionAt(Instant time);
}
