package dev.bonafide.log.commit;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.History;
import dev.bonafide.log.Recorded;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The past, read from the store each time. */
public final class LogHistory implements History {
    private final CommitLog log;
    private final StreamReader streams;

    public LogHistory(CommitLog log, StreamReader streams) {
        this.log = log;
        this.streams = streams;
    }

    @Override
    public List<Recorded> stream(StreamId stream, long upTo) {
        return streams.events(stream, Math.min(upTo, last()));
    }

    /** Halves the log: {@code at} never decreases along it. */
    @Override
    public long positionAt(Instant time) {
        long target = micros(time);
        long low = 0;
        long high = last();
        while (low < high) {
            Commit middle = at(low + (high - low + 1) / 2);
            if (middle.at() <= target) {
                low = middle.last();
            } else {
                high = middle.position() - 1;
            }
        }
        return low;
    }

    /** Times beyond what a commit can hold are before or after all of them. */
    private static long micros(Instant time) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, time);
        } catch (ArithmeticException beyond) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private long last() {
        return log.last().map(Commit::last).orElse(0L);
    }

    private Commit at(long position) {
        return log.at(position)
                .orElseThrow(() -> new Unavailable("the log has no position " + position));
    }
}
