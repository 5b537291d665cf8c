package dev.bonafide.identity;

import dev.bonafide.identity.Credentials.Gained;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An identity for tests of rules. */
public final class Somebody {
    public static final IdentityId ID = IdentityId.of("01990000-0000-7000-8000-00000000ada0");
    public static final IdentityId OTHER = IdentityId.of("01990000-0000-7000-8000-00000000b0b0");
    public static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private Somebody() {}

    /** Who holds these factors. */
    public static IdentityState.Registered holding(Factor... factors) {
        return (IdentityState.Registered) after(history(factors));
    }

    public static IdentityEvent.Registered registered() {
        return new IdentityEvent.Registered(
                ID,
                "default",
                new Sealed.Fresh(ID, "{}"),
                List.of(new Identifier("aa", Set.of(new MethodId("password")))),
                START);
    }

    /** Registered, then one event for each method. */
    public static List<Object> history(Factor... factors) {
        Map<MethodId, List<Factor>> byMethod = new LinkedHashMap<>();
        Arrays.stream(factors)
                .forEach(one ->
                        byMethod.computeIfAbsent(one.method(), any -> new ArrayList<>()).add(one));
        List<Object> events = new ArrayList<>(List.of(registered()));
        byMethod.forEach((method, held) -> events.add(new Gained(ID, method, held, START)));
        return events;
    }

    public static IdentityState after(List<?> events) {
        IdentityState state = new IdentityState.None();
        for (Object event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    public static IdentityState.Registered then(IdentityState state, List<?> events) {
        IdentityState next = state;
        for (Object event : events) {
            next = next.evolve(event);
        }
        return (IdentityState.Registered) next;
    }
}
