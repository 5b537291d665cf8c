package dev.bonafide.flow;

import dev.bonafide.http.Json;
import dev.bonafide.http.Problem;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Secrets;
import dev.bonafide.method.Departure;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Messages;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Those who left a flow and are to come back to it: which flow an unguessable {@code state} names,
 * and what the method remembers meanwhile, sealed in the flow. A flow knows its latest journey
 * alone; whoever comes back ends it, so that of many who bring the same answer one goes on (OI-02,
 * OI-10).
 */
public final class Journeys {
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final String MEMORY = "journey";
    private static final int SECRET_BYTES = 32;
    private static final int STATE_BYTES = 1 + 16 + SECRET_BYTES;

    /** Whoever came back could not be told from anybody else. */
    private static final FieldProblem NEEDS_BROWSER =
            FieldProblem.global(
                    Messages.generic(
                            "The flow was begun by an API client, and this way leads through a browser."));

    private final Flows flows;
    private final FlowMemory memory;
    private final Clock clock;
    private final Entropy entropy;

    public Journeys(Flows flows, FlowMemory memory, Clock clock, Entropy entropy) {
        this.flows = flows;
        this.memory = memory;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** As it lies in the flow. */
    record Journey(String method, String state, Instant until, String memory) {}

    /** Which flow a state names. */
    public record Named(Flow.Kind kind, FlowId id) {}

    /**
     * Lets somebody go: scripts and API clients are told where to, pages are led.
     *
     * @return what keeps them here
     * @throws Problem with which they go
     */
    public FieldProblem leave(Flow flow, MethodId method, Departure.Prepared prepared) {
        if (!flow.ofBrowser()) {
            return NEEDS_BROWSER;
        }
        String state = state(flow);
        return switch (prepared.with(state)) {
            case Departure.Kept kept -> kept.problem();
            case Departure.Bound bound -> {
                String until = Json.mapper().writeValueAsString(journey(method, state, bound));
                flows.update(
                        flow, kept -> kept.remembering(MEMORY, memory.seal(kept, MEMORY, until)));
                String url = bound.url().toString();
                throw FlowProblems.locationChange(url).leading(url);
            }
        };
    }

    private Journey journey(MethodId method, String state, Departure.Bound bound) {
        return new Journey(method.value(), state, clock.now().plus(LASTS), bound.memory());
    }

    /** What a state names; empty for what none of ours looks like. */
    public static Optional<Named> named(String state) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(state));
            if (bytes.remaining() != STATE_BYTES) {
                return Optional.empty();
            }
            byte letter = bytes.get();
            FlowId id = new FlowId(new UUID(bytes.getLong(), bytes.getLong()));
            return Stream.of(Flow.Kind.values())
                    .filter(kind -> letter(kind) == letter)
                    .map(kind -> new Named(kind, id))
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Ends the journey of this state and gives what the method remembered; empty where the flow
     * knows no such one (any more), or its time is over. A wrong state ends nothing.
     */
    public Optional<String> end(Flow flow, MethodId method, String state) {
        AtomicReference<@Nullable Journey> ended = new AtomicReference<>();
        flows.update(
                flow,
                kept -> {
                    Journey journey = journey(kept);
                    boolean right = journey != null && same(journey, method, state);
                    ended.set(right ? journey : null);
                    return right ? kept.remembering(MEMORY, null) : kept;
                });
        return Optional.ofNullable(ended.get())
                .filter(journey -> clock.now().isBefore(journey.until()))
                .map(Journey::memory);
    }

    private @Nullable Journey journey(Flow flow) {
        String text = memory.recall(flow, MEMORY);
        return text == null ? null : Json.mapper().readValue(text, Journey.class);
    }

    private static boolean same(Journey journey, MethodId method, String state) {
        return journey.method().equals(method.value()) && Secrets.equal(journey.state(), state);
    }

    private static byte letter(Flow.Kind kind) {
        return (byte) kind.wire().charAt(0);
    }

    private String state(Flow flow) {
        UUID id = flow.id();
        byte[] bytes =
                ByteBuffer.allocate(STATE_BYTES)
                        .put(letter(flow.kind()))
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .put(entropy.bytes(SECRET_BYTES))
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
