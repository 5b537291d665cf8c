package dev.bonafide.method;

import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.FlowId;
import java.time.Instant;

/** That something which may be used once was used. */
public sealed interface UseEvent {
    /** A conversation brought about what it was for, and is over. */
    @EventName("flow.completed")
    record FlowCompleted(FlowId flow, Instant at) implements UseEvent {}
}
