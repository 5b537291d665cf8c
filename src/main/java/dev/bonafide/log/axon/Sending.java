package dev.bonafide.log.axon;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.Meta;
import dev.bonafide.log.commit.Read;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * One try of a command: who sent it, until when it may take, what its decision has read. It travels
 * as metadata of the command's message.
 */
final class Sending {
    static final String KEY = "sending";

    private static final Comparator<StreamId> CANONICAL =
            Comparator.comparing(StreamId::kind).thenComparing(Comparator.naturalOrder());

    private final Meta meta;
    private final Deadline deadline;
    private final Map<StreamId, Read> reads = new LinkedHashMap<>();
    private @Nullable StreamId newest;

    Sending(Meta meta, Deadline deadline) {
        this.meta = meta;
        this.deadline = deadline;
    }

    /** That of the unit of work that this thread is in; {@link IllegalStateException} if none. */
    static Sending current() {
        var message = CurrentUnitOfWork.get().root().getMessage();
        if (message.getMetaData().get(KEY) instanceof Sending sending) {
            return sending;
        }
        throw new IllegalStateException("aggregates are loaded only by handlers of commands");
    }

    Meta meta() {
        return meta;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Refuses a load, and so a lock, out of the one order in which nobody deadlocks. */
    void expect(StreamId stream) {
        if (reads.containsKey(stream)) {
            return;
        }
        if (newest != null && CANONICAL.compare(stream, newest) <= 0) {
            throw new IllegalStateException(
                    "%s %s is loaded after %s %s"
                            .formatted(stream.kind(), stream, newest.kind(), newest));
        }
        newest = stream;
    }

    void note(Read read) {
        reads.put(read.stream(), read);
    }

    List<Read> reads() {
        return List.copyOf(reads.values());
    }
}
