package dev.bonafide.story;

import dev.bonafide.kernel.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until a test moves it, or lets it go on with every look at it. */
final class TestClock implements Clock {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-25T08:00:00Z"));

    private volatile Duration tick = Duration.ZERO;

    @Override
    public Instant now() {
        return now.updateAndGet(time -> time.plus(tick));
    }

    /** From here on, time goes by between any two looks. */
    void ticking(Duration by) {
        tick = by;
    }

    void forward(Duration by) {
        now.updateAndGet(time -> time.plus(by));
    }
}
