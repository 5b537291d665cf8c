package dev.bonafide.log;

import dev.bonafide.log.genesis.LogStarted;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GoldenLogTest {
    private final GoldenEvents golden =
            new GoldenEvents(List.of(() -> List.of(LogStarted.class)), List.of());

    @Test
    void logStarted() {
        golden.check(
                new LogStarted(
                        UUID.fromString("5f3e1c52-8a0c-4f58-9d3b-3f8f2f6f4f10"),
                        1,
                        1,
                        "9b1c0d2e3f405162738495a6b7c8d9ea",
                        1));
    }
}
