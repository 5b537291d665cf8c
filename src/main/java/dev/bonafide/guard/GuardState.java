package dev.bonafide.guard;

import dev.bonafide.guard.GuardEvent.AttemptFailed;
import dev.bonafide.guard.GuardEvent.CapReached;
import dev.bonafide.guard.GuardEvent.Reset;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Consecutive failures per lane. A state without any is {@link #CLEAR}. */
public record GuardState(Map<Lane, Count> lanes) {
    public static final GuardState CLEAR = new GuardState(Map.of());

    private static final Count NONE = new Count(0, null, false);

    public GuardState {
        lanes = Map.copyOf(lanes);
    }

    /** One lane's failures and what they led to. */
    public record Count(int failures, @Nullable Instant refusedUntil, boolean disabled) {}

    public Count in(Lane lane) {
        return lanes.getOrDefault(lane, NONE);
    }

    /** Consecutive failures in all lanes together. */
    public int failures() {
        return lanes.values().stream().mapToInt(Count::failures).sum();
    }

    /**
     * Whether the method is disabled in every lane's eyes: a hard cap reached anywhere holds
     * everywhere.
     */
    public boolean disabled() {
        return lanes.values().stream().anyMatch(Count::disabled);
    }

    public GuardState evolve(GuardEvent event) {
        return switch (event) {
            case AttemptFailed e ->
                    with(e.lane(), new Count(e.failures(), e.refusedUntil(), e.disabled()));
            case CapReached e -> this;
            case Reset e -> CLEAR;
            case GuardEvent.NobodyGuessed e -> this;
        };
    }

    private GuardState with(Lane lane, Count count) {
        Map<Lane, Count> next = new EnumMap<>(Lane.class);
        next.putAll(lanes);
        next.put(lane, count);
        return new GuardState(next);
    }
}
