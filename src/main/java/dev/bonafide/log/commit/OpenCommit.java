package dev.bonafide.log.commit;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.event.EventCodec;
import dev.bonafide.log.event.Undecodable;
import dev.bonafide.store.Commit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A commit and its events, each decoded once and only when asked for. Every method throws {@link
 * Undecodable} for what this release cannot read. Not for several threads.
 */
public final class OpenCommit {
    private final Commit commit;
    private final EventCodec codec;
    private final @Nullable Recorded[] recorded;
    private @Nullable StoredBody body;
    private @Nullable Meta meta;

    OpenCommit(Commit commit, EventCodec codec) {
        this.commit = commit;
        this.codec = codec;
        this.recorded = new Recorded[commit.count()];
    }

    public Commit commit() {
        return commit;
    }

    /** The events of one stream, in order. */
    public List<Recorded> of(StreamId stream) {
        return IntStream.range(0, commit.count())
                .filter(i -> commit.keys().get(i).stream().equals(stream))
                .mapToObj(this::event)
                .toList();
    }

    /** The record as which the event at this index is read. */
    public Class<?> type(int index) {
        return codec.typeOf(envelope(index).shape());
    }

    /** The event at this index of the commit. */
    public Recorded event(int index) {
        return Optional.ofNullable(recorded[index])
                .orElseGet(() -> recorded[index] = decode(index));
    }

    private Recorded decode(int index) {
        StoredEvent stored = envelope(index);
        return new Recorded(
                codec.read(stored.id(), stored.shape(), stored.payload()),
                stored.aggregate(),
                stored.seq(),
                commit.position() + index,
                Instant.EPOCH.plus(commit.at(), ChronoUnit.MICROS),
                stored.id(),
                stored.name(),
                meta());
    }

    private StoredEvent envelope(int index) {
        return body().events().get(index);
    }

    private StoredBody body() {
        return Optional.ofNullable(body).orElseGet(() -> body = StoredBody.of(commit));
    }

    private Meta meta() {
        return Optional.ofNullable(meta)
                .orElseGet(() -> meta = codec.readMeta(envelope(0).id(), body().meta()));
    }
}
