package dev.bonafide.flow.registration;

import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.http.Json;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.MethodId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has proven who is not registered yet: sealed in their flow, for ten minutes
 * (OI-10).
 */
final class ProvenMemory {
    private static final String MEMORY = "proven";
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final FlowMemory memory;
    private final Clock clock;

    ProvenMemory(FlowMemory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /** As it lies in the flow. */
    record Proven(String method, Instant until, String text) {}

    /** The same flow with what was proven by a method. */
    Flow keep(Flow flow, MethodId method, String text) {
        Proven proven = new Proven(method.value(), clock.now().plus(LASTS), text);
        String json = Json.mapper().writeValueAsString(proven);
        return flow.remembering(MEMORY, memory.seal(flow, MEMORY, json));
    }

    /** What was proven by this method a short while ago; null for nothing. */
    @Nullable String of(Flow flow, MethodId method) {
        String text = memory.recall(flow, MEMORY);
        Proven proven = text == null ? null : Json.mapper().readValue(text, Proven.class);
        return proven != null
                        && proven.method().equals(method.value())
                        && clock.now().isBefore(proven.until())
                ? proven.text()
                : null;
    }
}
