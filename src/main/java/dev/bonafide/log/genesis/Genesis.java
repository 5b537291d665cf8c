package dev.bonafide.log.genesis;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.IdentifierKey;
import dev.bonafide.log.Meta;
import dev.bonafide.log.commit.Chain;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.commit.NewEvent;
import dev.bonafide.log.commit.Read;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.Keys;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Begins an empty log, or joins the one that is there. */
public final class Genesis {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final CommitLog log;
    private final Keys keys;
    private final CommitCodec codec;
    private final Clock clock;
    private final Entropy entropy;

    public Genesis(CommitLog log, Keys keys, CommitCodec codec, Clock clock, Entropy entropy) {
        this.log = log;
        this.keys = keys;
        this.codec = codec;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** What was settled at the log's beginning. */
    public record Begun(LogStarted log, IdentifierKey identifierKey) {}

    /**
     * Makes sure that the log has begun, by whatever node.
     *
     * @param node the id of this node, 16 bytes
     * @param normaliser version of the normalisation of identifiers that this release has
     * @throws IllegalStateException if this node does not belong to the log: other keys, another
     *     format or normaliser
     * @throws Unavailable if the store does not answer in time
     */
    public Begun begin(byte[] node, int normaliser) {
        Optional<Commit> first = log.at(1);
        // a key must not be made for a log whose own was lost
        StoredIdentifierKey key =
                first.isPresent()
                        ? StoredIdentifierKey.existing(keys)
                        : StoredIdentifierKey.made(keys, entropy);
        LogStarted started = read(first.orElseGet(() -> start(key, node, normaliser)));
        require(started.format() == Chain.VERSION, "another format: " + started.format());
        require(started.identifierKeyCheck().equals(key.check()), "another identifier key");
        require(
                started.normaliser() == normaliser,
                "normaliser %d, this release has %d".formatted(started.normaliser(), normaliser));
        return new Begun(started, key);
    }

    /** Sends the same bytes until somebody's commit 1 can be read; only that counts. */
    private Commit start(StoredIdentifierKey key, byte[] node, int normaliser) {
        LogStarted event =
                new LogStarted(entropy.uuid(), 1, Chain.VERSION, key.check(), normaliser);
        Draft draft =
                codec.draft(
                        List.of(new NewEvent(LogStarted.STREAM, 0, event)),
                        List.of(new Read(LogStarted.STREAM, -1, 0)),
                        Meta.system());
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.now());
        return settle(Chain.link(Head.EMPTY, draft, node, now));
    }

    private Commit settle(Commit first) {
        Deadline deadline = Deadline.after(PATIENCE);
        Optional<Commit> there = send(first);
        while (there.isEmpty() && !deadline.passed()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            there = send(first);
        }
        return there.orElseThrow(() -> new Unavailable("the log could not be begun in time"));
    }

    private Optional<Commit> send(Commit first) {
        var _ = log.append(List.of(first)); // whatever it answers, what can be read decides
        return log.at(1);
    }

    private LogStarted read(Commit first) {
        Chain.fault(Head.EMPTY, first)
                .ifPresent(fault -> require(false, "a broken commit 1: " + fault));
        require(first.count() == 1, "a commit 1 of several events");
        if (codec.open(first).event(0).event() instanceof LogStarted started) {
            return started;
        }
        throw new IllegalStateException("the log does not begin with log.started");
    }

    private static void require(boolean agreed, String difference) {
        if (!agreed) {
            throw new IllegalStateException(
                    "this node does not belong to the log, which has " + difference);
        }
    }
}
