package dev.bonafide.log.commit;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.log.Meta;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.event.EventCodec.Written;
import dev.bonafide.store.Commit;
import java.util.List;

/** Makes commits of events, and events of commits. */
public final class CommitCodec {
    /** Most events of one commit. */
    public static final int EVENTS_MAX = 1_000;

    /** Most bytes of one body. */
    public static final int BODY_BYTES_MAX = 1 << 20;

    private final EventCodec events;
    private final Entropy entropy;
    private final Sealer sealer;

    public CommitCodec(EventCodec events, Entropy entropy, Sealer sealer) {
        this.events = events;
        this.entropy = entropy;
        this.sealer = sealer;
    }

    /**
     * Makes the body and seals what is fresh; the data keys are durable when this returns.
     *
     * @throws Refused {@code log.commit-too-large}; nothing is cut off
     */
    public Draft draft(List<NewEvent> decided, List<Read> reads, Meta meta) {
        require(decided.size() <= EVENTS_MAX, "of %d events".formatted(decided.size()));
        List<StoredEvent> stored = decided.stream().map(this::store).toList();
        var body =
                new StoredBody(stored, events.writeMeta(meta, stored.getFirst().id(), sealer))
                        .bytes();
        require(body.length <= BODY_BYTES_MAX, "of %d bytes".formatted(body.length));
        return Draft.of(
                entropy.bytes(16), reads, stored.stream().map(StoredEvent::key).toList(), body);
    }

    private static void require(boolean fits, String size) {
        if (!fits) {
            throw new Refused("log.commit-too-large", "a commit " + size + " is too large");
        }
    }

    private StoredEvent store(NewEvent decided) {
        String id = entropy.uuid().toString();
        Written written = events.write(decided.event(), id, sealer);
        return new StoredEvent(
                id,
                decided.stream(),
                StoredEvent.type(decided.stream()),
                decided.sequence(),
                written.shape().name(),
                written.shape().revision(),
                written.payload());
    }

    /** A commit whose body is read when it is needed. */
    public OpenCommit open(Commit commit) {
        return new OpenCommit(commit, events);
    }
}
