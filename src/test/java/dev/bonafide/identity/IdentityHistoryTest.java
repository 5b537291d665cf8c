package dev.bonafide.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.Credentials.Gained;
import dev.bonafide.identity.Credentials.Lost;
import dev.bonafide.identity.IdentityEvent.Cause;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lives: what is read back is what was live, and the rules hold after each event. */
class IdentityHistoryTest {
    private static final List<MethodId> METHODS =
            List.of(Factors.PASSWORD, Factors.PASSKEY, Factors.APP);

    private final List<Object> events = new ArrayList<>();
    private IdentityState state = new IdentityState.None();
    private Instant now = Somebody.START;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void replayIsLiveAndRulesHold(long seed) {
        Random random = new Random(seed);
        for (int life = 0; life < 40; life++) {
            begin();
            for (int step = 0; step < 60; step++) {
                now = now.plusSeconds(1);
                step(random);
                assertThat(Somebody.after(events)).isEqualTo(state);
            }
        }
    }

    private void begin() {
        events.clear();
        state = new IdentityState.None();
        record(IdentityDecisions.register(state, Somebody.registered()));
        record(List.of(gained(Factors.PASSWORD, Aal.AAL1, 0)));
    }

    private void step(Random random) {
        MethodId method = METHODS.get(random.nextInt(METHODS.size()));
        Aal aal = method.equals(Factors.APP) ? Aal.AAL2 : Aal.AAL1;
        switch (random.nextInt(40)) {
            case 0 -> decide(somebody -> IdentityDecisions.erase(somebody, now));
            case 1, 2, 3 -> decide(somebody -> IdentityDecisions.turn(somebody, false, now));
            case 4, 5, 6 -> decide(somebody -> IdentityDecisions.turn(somebody, true, now));
            case 7, 8, 9 ->
                    decide(somebody -> IdentityDecisions.endSessions(somebody, Cause.OWNER, now));
            case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 ->
                    decide(somebody -> change(somebody, new Lost(Somebody.ID, method, now)));
            default -> decide(somebody -> change(somebody, gained(method, aal, random.nextInt())));
        }
    }

    private static List<CredentialEvent> change(Registered somebody, CredentialEvent event) {
        return IdentityDecisions.change(somebody, List.of(event));
    }

    private Gained gained(MethodId method, Aal aal, int number) {
        return new Gained(
                Somebody.ID, method, List.of(Factors.factor(method, aal, number & 0xffff)), now);
    }

    private void decide(Function<Registered, List<?>> decision) {
        try {
            record(decision.apply(IdentityDecisions.known(state)));
        } catch (Refused e) {
            assertThat(e.code()).isIn("identity.unknown", "identity.last-way-in");
        }
    }

    private void record(List<?> decided) {
        for (Object event : decided) {
            IdentityState before = state;
            state = state.evolve(event);
            events.add(event);
            check(before);
        }
    }

    private void check(IdentityState before) {
        assertThat(epoch(state)).isGreaterThanOrEqualTo(epoch(before));
        if (before instanceof Registered was && state instanceof Registered is) {
            assertThat(canLogIn(is)).isGreaterThanOrEqualTo(canLogIn(was));
            assertThat(is.life().createdAt()).isEqualTo(was.life().createdAt());
        }
        assertThat(before).isNotInstanceOf(IdentityState.Erased.class);
    }

    private static int canLogIn(Registered somebody) {
        return somebody.factors().stream().anyMatch(Factor::first) ? 1 : 0;
    }

    private static long epoch(IdentityState state) {
        return switch (state) {
            case IdentityState.None none -> -1;
            case Registered somebody -> somebody.epoch();
            case IdentityState.Erased erased -> erased.epoch();
        };
    }
}
