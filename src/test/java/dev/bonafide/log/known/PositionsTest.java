package dev.bonafide.log.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Positions positions = new Positions(5);

    @AfterEach
    void close() {
        threads.close();
    }

    private CompletableFuture<Boolean> await(long position) {
        return CompletableFuture.supplyAsync(
                () -> positions.await(position, Deadline.after(LONG)), threads);
    }

    @Test
    void doesNotWaitForWhatIsReached() {
        assertThat(positions.await(5, Deadline.after(Duration.ZERO))).isTrue();
        assertThat(positions.await(6, Deadline.after(Duration.ZERO))).isFalse();
    }

    @Test
    void wakesThoseWhosePositionIsReachedAndNoOthers() {
        CompletableFuture<Boolean> seven = await(7);
        CompletableFuture<Boolean> nine = await(9);

        positions.advance(7);
        assertThat(seven.join()).isTrue();
        assertThat(nine).isNotDone();
        positions.advance(12);
        assertThat(nine.join()).isTrue();
    }

    @Test
    void neverGoesBackUnlessItIsRestarted() {
        positions.advance(3);
        assertThat(positions.reached()).isEqualTo(5);
        positions.restart(0);
        assertThat(positions.reached()).isZero();
    }
}
