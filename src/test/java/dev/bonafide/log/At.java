package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import java.time.Instant;
import java.util.UUID;

/** Events as a projection is shown them. */
public final class At {
    private At() {}

    /** At that position of the log, in a stream that does not matter. */
    public static Recorded position(long position, Object event) {
        return new Recorded(
                event,
                StreamId.of(StreamKind.IDENTITY, new UUID(0, 1)),
                0,
                position,
                Instant.EPOCH,
                new UUID(0, position).toString(),
                "something",
                Meta.system());
    }
}
