package dev.bonafide.log.tail;

import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.commit.OpenCommit;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.Commit;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that applies what the node knows of the log, commit by commit. */
public final class Tail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final KnownLog known;
    private final CommitCodec codec;
    private final LiveFolds folds;
    private final Applied applied;
    private final Erasures erasures;
    private final Thread thread;

    /** Starts the thread. */
    public Tail(
            KnownLog known,
            CommitCodec codec,
            LiveFolds folds,
            Applied applied,
            Erasures erasures) {
        this.known = known;
        this.codec = codec;
        this.folds = folds;
        this.applied = applied;
        this.erasures = erasures;
        this.thread = Thread.ofPlatform().daemon().name("log-tail").start(this::run);
    }

    private void run() {
        try {
            List<Commit> next = known.nextToApply();
            while (!next.isEmpty()) {
                next.forEach(this::apply);
                next = known.nextToApply();
            }
        } catch (Throwable e) { // root of the thread: to go on would pass a commit over
            LOG.error("The log is not applied any more after {}", applied.position(), e);
            throw e;
        }
    }

    private void apply(Commit commit) {
        OpenCommit open = codec.open(commit);
        erasures.pass(open);
        applied.apply(commit.last(), () -> folds.feed(open));
    }

    public boolean alive() {
        return thread.isAlive();
    }

    /** Ends once what it was applying is applied. */
    @Override
    public void close() {
        known.close();
        try {
            thread.join(STOP_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
