package dev.bonafide.store;

import dev.bonafide.kernel.Clock;
import java.time.Duration;
import java.time.Instant;

/** A clock that a test moves. */
public final class FakeClock implements Clock {
    private volatile Instant now = Instant.parse("2026-11-24T10:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }
}
