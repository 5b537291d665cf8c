package dev.bonafide.method;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Overloaded;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** PW-12: hashing has a bound, and what is beyond it is refused at once. */
@Timeout(20)
class HashPoolTest {
    private static final int THREADS = 2;
    private static final int QUEUE = 3;

    private final HashPool pool = new HashPool(THREADS, QUEUE);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch busy = new CountDownLatch(THREADS);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void end() {
        gate.countDown();
        callers.close();
        pool.close();
    }

    @Test
    void pw12RefusesBeyondThreadsAndQueueAndRunsTheRest() throws Exception {
        List<Future<Integer>> accepted = fill();

        assertThatThrownBy(() -> pool.run(() -> 0))
                .isInstanceOfSatisfying(
                        Overloaded.class, e -> assertThat(e.retryAfter()).isPositive());

        gate.countDown();
        for (Future<Integer> each : accepted) {
            assertThat(each.get(10, SECONDS)).isEqualTo(1);
        }
        assertThat(most).hasValue(THREADS);
        assertThat(pool.queued()).isZero();
        assertThat(pool.run(() -> 7)).isEqualTo(7);
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> pool.run(() -> refuse("a.b"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        pool.run(() -> {
                            throw new OutOfMemoryError("planned");
                        }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(pool.run(() -> 1)).isEqualTo(1);
    }

    @Test
    void givesBackThePlaceOfACallerThatWentAway() throws Exception {
        List<Future<Integer>> accepted = fill();

        accepted.getLast().cancel(true);
        until(() -> pool.queued() < QUEUE);
        Future<Integer> next = callers.submit(() -> pool.run(() -> 5));
        until(() -> pool.queued() == QUEUE);
        gate.countDown();
        assertThat(next.get(10, SECONDS)).isEqualTo(5);
    }

    @Test
    void saysThatItWasInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pool.run(this::hash)).isInstanceOf(Unavailable.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    /** Keeps every thread busy, then fills the queue. */
    private List<Future<Integer>> fill() throws InterruptedException {
        List<Future<Integer>> accepted = new ArrayList<>();
        Callable<Integer> caller = () -> pool.run(this::hash);
        for (int i = 0; i < THREADS; i++) {
            accepted.add(callers.submit(caller));
        }
        assertThat(busy.await(10, SECONDS)).isTrue();
        for (int i = 0; i < QUEUE; i++) {
            accepted.add(callers.submit(caller));
        }
        until(() -> pool.queued() == QUEUE);
        return accepted;
    }

    private int hash() {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        busy.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        running.decrementAndGet();
        return 1;
    }

    private static int refuse(String code) {
        throw new Refused(code, "planned");
    }

    /** Waits, and lets the time limit of the test end it. */
    private static void until(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new AssertionError("not reached within the time limit");
            }
            Thread.onSpinWait();
        }
    }
}
