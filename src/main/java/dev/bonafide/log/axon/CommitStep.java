package dev.bonafide.log.axon;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Ticker;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Observer;
import dev.bonafide.log.append.Appender;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.commit.NewEvent;
import dev.bonafide.log.tail.Applied;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * The last step of a unit of work: its events become one commit. It ends when this node has applied
 * it, and so before the locks are released: who gets them next reads what was just written.
 */
public final class CommitStep {
    private final CommitCodec codec;
    private final Appender appender;
    private final Applied applied;
    private final Observer observer;
    private final Ticker ticker = Ticker.system();

    /** {@code observer} is told how long appending takes. */
    public CommitStep(CommitCodec codec, Appender appender, Applied applied, Observer observer) {
        this.observer = observer;
        this.codec = codec;
        this.appender = appender;
        this.applied = applied;
    }

    void commit(List<? extends EventMessage<?>> events, Sending sending) {
        List<NewEvent> decided = events.stream().map(CommitStep::decided).toList();
        Draft draft = codec.draft(decided, sending.reads(), sending.meta());
        long began = ticker.nanos();
        long position = appender.append(draft, sending.deadline());
        observer.appended(ticker.nanos() - began);
        if (!applied.await(position, sending.deadline())) {
            throw new Unavailable(
                    "done: stored up to position %d, which this node has not applied yet"
                            .formatted(position));
        }
    }

    private static NewEvent decided(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event) {
            return new NewEvent(
                    StreamId.ofHex(event.getAggregateIdentifier()),
                    event.getSequenceNumber(),
                    event.getPayload());
        }
        throw new IllegalStateException(
                "only aggregates record events: " + message.getPayloadType());
    }
}
