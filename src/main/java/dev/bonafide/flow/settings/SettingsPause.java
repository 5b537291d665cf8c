package dev.bonafide.flow.settings;

import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.Flows;
import dev.bonafide.http.Json;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change that waits while its holder proves themselves anew (contract clause 3.2), so that nobody
 * has to type it twice. It is kept sealed under the key of the identity, a new password too, for a
 * quarter of an hour, and only the session that asked for it takes it up again.
 */
final class SettingsPause {
    private static final String MEMORY = "paused";
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final Flows flows;
    private final FlowMemory memory;
    private final Clock clock;

    SettingsPause(Flows flows, FlowMemory memory, Clock clock) {
        this.flows = flows;
        this.memory = memory;
        this.clock = clock;
    }

    /** As it lies in the flow. */
    record Paused(UUID session, Instant until, ObjectNode fields) {}

    void keep(Flow flow, SessionId session, ObjectNode fields) {
        ObjectNode wanted = fields.deepCopy();
        wanted.remove("csrf_token");
        String text =
                Json.mapper()
                        .writeValueAsString(
                                new Paused(session.value(), clock.now().plus(KEPT), wanted));
        flows.update(flow, kept -> kept.remembering(MEMORY, memory.seal(kept, MEMORY, text)));
    }

    /** What waits for this session, once: it is forgotten with this. */
    Optional<ObjectNode> take(Flow flow, SessionId session) {
        if (!flow.memory().containsKey(MEMORY)) {
            return Optional.empty();
        }
        AtomicReference<@Nullable String> taken = new AtomicReference<>();
        flows.update(
                flow,
                kept -> {
                    taken.set(memory.recall(kept, MEMORY));
                    return kept.remembering(MEMORY, null);
                });
        return Optional.ofNullable(taken.get())
                .map(text -> Json.mapper().readValue(text, Paused.class))
                .filter(paused -> paused.session().equals(session.value()))
                .filter(paused -> clock.now().isBefore(paused.until()))
                .map(Paused::fields);
    }
}
