package dev.bonafide.identity;

import static dev.bonafide.identity.Factors.APP;
import static dev.bonafide.identity.Factors.PASSKEY;
import static dev.bonafide.identity.Factors.PASSWORD;
import static dev.bonafide.identity.Factors.app;
import static dev.bonafide.identity.Factors.passkey;
import static dev.bonafide.identity.Factors.password;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.identity.Credentials.Gained;
import dev.bonafide.identity.Credentials.Lost;
import dev.bonafide.identity.IdentityEvent.Activated;
import dev.bonafide.identity.IdentityEvent.Cause;
import dev.bonafide.identity.IdentityEvent.Deactivated;
import dev.bonafide.identity.IdentityEvent.Erased;
import dev.bonafide.identity.IdentityEvent.SessionsEnded;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Refused;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of identities. */
class IdentityDecisionsTest {
    private static final Instant NOW = Somebody.START.plusSeconds(60);
    private static final IdentityState NONE = new IdentityState.None();

    private final Registered ada = Somebody.holding(password(), app());
    private final IdentityState erased = ada.evolve(new Erased(Somebody.ID, 1, NOW));

    @Test
    void registersOnceAndNeverAgainUnderTheSameId() {
        IdentityEvent.Registered wanted = Somebody.registered();

        assertThat(IdentityDecisions.register(NONE, wanted)).containsExactly(wanted);
        refused("identity.exists", () -> IdentityDecisions.register(ada, wanted));
        refused("identity.exists", () -> IdentityDecisions.register(erased, wanted));
    }

    @Test
    void theLastWayInCannotBeRemoved() {
        List<CredentialEvent> lost = List.of(lost(PASSWORD));

        refused("identity.last-way-in", () -> IdentityDecisions.change(ada, lost));
    }

    @Test
    void aSecondFactorIsNoWayInByItself() {
        Registered holder = Somebody.holding(password(), app());

        assertThat(IdentityDecisions.change(holder, List.of(lost(APP)))).hasSize(1);
        refused(
                "identity.last-way-in",
                () -> IdentityDecisions.change(holder, List.of(lost(PASSWORD))));
    }

    @Test
    void oneOfTwoWaysInCanBeRemovedButNotBoth() {
        Registered holder = Somebody.holding(password(), passkey());
        List<CredentialEvent> both = List.of(lost(PASSWORD), lost(PASSKEY));

        assertThat(IdentityDecisions.change(holder, List.of(lost(PASSKEY))))
                .containsExactly(lost(PASSKEY));
        refused("identity.last-way-in", () -> IdentityDecisions.change(holder, both));
    }

    @Test
    void aWayInMayBeReplacedByAnotherInOneChange() {
        Gained gained = new Gained(Somebody.ID, PASSKEY, List.of(passkey()), NOW);
        List<CredentialEvent> swapped = List.of(gained, lost(PASSWORD));

        assertThat(IdentityDecisions.change(ada, swapped)).isEqualTo(swapped);
        assertThat(IdentityDecisions.afterwards(ada, swapped).factors())
                .containsExactlyInAnyOrder(passkey(), app());
    }

    @Test
    void whoHasNoWayInMayStillChangeWhatIsThere() {
        Registered keyless = Somebody.holding(app());

        assertThat(IdentityDecisions.change(keyless, List.of(lost(APP)))).hasSize(1);
    }

    @Test
    void switchingOffEndsTheSessionsByOneEvent() {
        assertThat(IdentityDecisions.turn(ada, false, NOW))
                .containsExactly(
                        new Deactivated(Somebody.ID, NOW),
                        new SessionsEnded(Somebody.ID, 1, Cause.DEACTIVATED, NOW));
    }

    @Test
    void switchingOnRevivesNoSession() {
        Registered off = Somebody.then(ada, IdentityDecisions.turn(ada, false, NOW));

        assertThat(IdentityDecisions.turn(off, true, NOW))
                .containsExactly(new Activated(Somebody.ID, NOW));
        assertThat(Somebody.then(off, IdentityDecisions.turn(off, true, NOW)).epoch())
                .isEqualTo(off.epoch());
    }

    @Test
    void turningWhatIsSoAlreadyRecordsNothing() {
        Registered off = Somebody.then(ada, IdentityDecisions.turn(ada, false, NOW));

        assertThat(IdentityDecisions.turn(ada, true, NOW)).isEmpty();
        assertThat(IdentityDecisions.turn(off, false, NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyEndOfSessionsRaisesTheEpochByOne(Cause cause) {
        Registered state = ada;
        for (int epoch = 1; epoch <= 3; epoch++) {
            List<IdentityEvent> events = IdentityDecisions.endSessions(state, cause, NOW);
            assertThat(events).containsExactly(new SessionsEnded(Somebody.ID, epoch, cause, NOW));
            state = Somebody.then(state, events);
        }
    }

    @Test
    void erasureEndsTheSessionsAndTheIdentity() {
        assertThat(IdentityDecisions.erase(ada, NOW))
                .containsExactly(new Erased(Somebody.ID, 1, NOW));
        refused("identity.unknown", () -> IdentityDecisions.erase(erased, NOW));
        refused("identity.unknown", () -> IdentityDecisions.turn(erased, true, NOW));
        refused("identity.unknown", () -> IdentityDecisions.known(erased));
    }

    @Test
    void knowsWhoIsThereAndWhoMayLogIn() {
        Registered off = Somebody.then(ada, IdentityDecisions.turn(ada, false, NOW));

        assertThat(IdentityDecisions.known(off)).isEqualTo(off);
        assertThat(IdentityDecisions.active(ada)).isEqualTo(ada);
        refused("identity.disabled", () -> IdentityDecisions.active(off));
        refused("identity.unknown", () -> IdentityDecisions.active(NONE));
    }

    private static CredentialEvent lost(MethodId method) {
        return new Lost(Somebody.ID, method, NOW);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
