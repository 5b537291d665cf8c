package dev.bonafide.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.identity.ClaimEvent.Claimed;
import dev.bonafide.identity.ClaimEvent.Released;
import dev.bonafide.identity.ClaimState.Free;
import dev.bonafide.identity.ClaimState.Held;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may have a login identifier. */
class ClaimDecisionsTest {
    private static final Instant NOW = Somebody.START;
    private static final Set<MethodId> METHODS = Set.of(Factors.PASSWORD);
    private static final Identifier IDENTIFIER = new Identifier("aa", METHODS);

    private final ClaimState free = new Free();
    private final ClaimState adas = new Held(Somebody.ID, METHODS);

    @Test
    void aFreeOneIsClaimed() {
        List<ClaimEvent> events = ClaimDecisions.claim(free, IDENTIFIER, Somebody.ID, NOW);

        assertThat(events).hasSize(1);
        Claimed claimed = (Claimed) events.getFirst();
        assertThat(claimed.identity()).isEqualTo(Somebody.ID);
        assertThat(claimed.methods()).isEqualTo(METHODS);
        assertThat(claimed.normaliser()).isPositive();
        assertThat(free.evolve(claimed)).isEqualTo(adas);
    }

    @Test
    void somebodyElsesIsRefusedWhateverItServes() {
        for (Set<MethodId> methods : List.of(METHODS, Set.<MethodId>of(), Set.of(Factors.APP))) {
            assertThatThrownBy(() ->
                            ClaimDecisions.claim(
                                    adas, new Identifier("aa", methods), Somebody.OTHER, NOW))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.code()).isEqualTo("identifier.taken"));
        }
    }

    @Test
    void onesOwnIsClaimedAgainOnlyIfItServesOtherMethods() {
        Set<MethodId> more = Set.of(Factors.PASSWORD, Factors.PASSKEY);

        assertThat(ClaimDecisions.claim(adas, IDENTIFIER, Somebody.ID, NOW)).isEmpty();
        assertThat(ClaimDecisions.claim(adas, new Identifier("aa", more), Somebody.ID, NOW))
                .first()
                .isInstanceOfSatisfying(
                        Claimed.class,
                        e -> assertThat(adas.evolve(e)).isEqualTo(new Held(Somebody.ID, more)));
    }

    @Test
    void onlyItsHolderReleasesIt() {
        assertThat(ClaimDecisions.release(adas, Somebody.ID, NOW))
                .containsExactly(new Released(Somebody.ID, NOW));
        assertThat(ClaimDecisions.release(adas, Somebody.OTHER, NOW)).isEmpty();
        assertThat(ClaimDecisions.release(free, Somebody.ID, NOW)).isEmpty();
    }

    @Test
    void isAnybodysOnceReleased() {
        ClaimState released = adas.evolve(new Released(Somebody.ID, NOW));

        assertThat(released).isEqualTo(free);
        assertThat(ClaimDecisions.claim(released, IDENTIFIER, Somebody.OTHER, NOW)).hasSize(1);
    }
}
