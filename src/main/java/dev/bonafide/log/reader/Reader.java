package dev.bonafide.log.reader;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Projections.Status;
import dev.bonafide.log.View;
import dev.bonafide.log.known.Positions;
import dev.bonafide.log.known.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one projection. */
final class Reader {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final long IDLE_MILLIS = 1_000;
    private static final long FOLLOW_MILLIS = 100;
    private static final long PAUSE_MILLIS_MAX = 30_000;
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final Projection projection;
    private final Progress progress;
    private final Positions reached = new Positions(0);
    private final Signal news = new Signal();
    private final Signal nudge = new Signal();
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> emptying =
            new AtomicReference<>();
    private final Source source;
    private final Rebuild rebuild;
    private final Thread thread;
    private volatile String failure = "";
    private volatile boolean stopping;
    private volatile boolean driving;
    private volatile long before;
    private long pauseMillis = 100;

    Reader(Projection projection, Source source) {
        this.projection = projection;
        this.source = source;
        this.progress = new Progress(projection, source);
        this.rebuild = new Rebuild(projection.name());
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("reader-" + projection.name())
                        .unstarted(this::run);
    }

    void start() {
        before = progress.begin();
        thread.start();
    }

    /** There may be more to read. */
    void news() {
        news.raise();
    }

    /** Until it has looked at the log it is where it was when it ran last. */
    Status status() {
        long position = Math.max(before, reached.reached());
        return new Status(position, failure, driving, rebuild.running(), rebuild.failure());
    }

    boolean await(long position, Deadline deadline) {
        return failure.isEmpty() && reached.await(position, deadline);
    }

    void resume() {
        nudge.raise();
    }

    /** Asks for a rebuild. */
    Future<Long> beginRebuild(long upTo) {
        if (projection.startsAtHead()) {
            throw new IllegalArgumentException(projection.name() + " has no past to rebuild");
        }
        return rebuild.begin(() -> projection instanceof View view ? beside(view) : inPlace(upTo));
    }

    /** Asks for a rebuild and waits until it is done. */
    void rebuild(long upTo) {
        rebuild.await(beginRebuild(upTo));
    }

    /** One that has stopped tries again, on what was built. */
    private long beside(View view) throws Exception {
        long position = new Beside(view, source, () -> stopping).build();
        nudge.raise();
        return position;
    }

    private long inPlace(long upTo) {
        CompletableFuture<Boolean> emptied = new CompletableFuture<>();
        emptying.set(emptied);
        news.raise();
        nudge.raise();
        while (Waiting.until(moment(), emptied).isEmpty() || !await(upTo, moment())) {
            if (stopping || !failure.isEmpty()) {
                throw new Unavailable(stopping ? "the node stops" : failure);
            }
        }
        return upTo;
    }

    private static Deadline moment() {
        return Deadline.after(Duration.ofSeconds(1));
    }

    private void run() {
        while (!stopping) {
            try {
                read();
            } catch (Throwable e) { // root of the thread: it stops here, and is seen to have
                fail(e);
                nudge.await(pauseMillis);
                pauseMillis = Math.min(2 * pauseMillis, PAUSE_MILLIS_MAX);
            }
        }
        leave();
    }

    private void leave() {
        try {
            progress.leave();
        } catch (Unavailable e) { // another node will see that nothing moves any more
            LOG.warn("Projection {} could not be handed over: {}", projection.name(), e.toString());
        }
    }

    private void read() throws Exception {
        emptyIfAsked();
        driving = progress.owned();
        if (!driving) {
            follow();
            return;
        }
        progress.open();
        publish();
        while (!stopping && progress.owned()) {
            progress.open();
            emptyIfAsked();
            boolean more = progress.step();
            if (progress.opened()) { // else what was applied is not what is shown
                publish();
                rest(more);
            }
        }
    }

    private void rest(boolean more) {
        if (!more) {
            news.await(IDLE_MILLIS);
        }
    }

    /** Another node drives the projection; who waits here waits for its position. */
    private void follow() {
        failure = "";
        pauseMillis = 100;
        before = 0;
        reached.advance(progress.elsewhere());
        nudge.await(FOLLOW_MILLIS);
    }

    private void emptyIfAsked() {
        CompletableFuture<Boolean> asked = emptying.getAndSet(null);
        if (asked != null) {
            reached.restart(0);
            progress.clear();
            failure = "";
            asked.complete(true);
        }
    }

    private void publish() {
        if (!failure.isEmpty()) {
            LOG.info("Projection {} goes on at {}", projection.name(), progress.position());
        }
        failure = "";
        pauseMillis = 100;
        before = 0;
        reached.advance(progress.position());
    }

    private void fail(Throwable e) {
        LOG.error("Projection {} stops {}", projection.name(), progress.current(), e);
        failure = "stopped " + progress.current() + ": " + e;
        before = 0;
        reached.advance(progress.position());
        reached.stop();
        progress.reopen();
        Optional.ofNullable(emptying.getAndSet(null)).ifPresent(asked -> asked.complete(false));
    }

    void stop() {
        stopping = true;
        news.raise();
        nudge.raise();
        reached.stop();
    }

    void join() {
        try {
            if (thread.getState() != Thread.State.NEW) {
                thread.join(STOP_MAX);
            }
            rebuild.join(STOP_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
