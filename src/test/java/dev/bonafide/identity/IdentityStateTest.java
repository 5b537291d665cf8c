package dev.bonafide.identity;

import static dev.bonafide.identity.Factors.APP;
import static dev.bonafide.identity.Factors.app;
import static dev.bonafide.identity.Factors.password;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bonafide.identity.Credentials.Gained;
import dev.bonafide.identity.Credentials.Lost;
import dev.bonafide.identity.IdentityEvent.Activated;
import dev.bonafide.identity.IdentityEvent.Cause;
import dev.bonafide.identity.IdentityEvent.Deactivated;
import dev.bonafide.identity.IdentityEvent.Erased;
import dev.bonafide.identity.IdentityEvent.SessionsEnded;
import dev.bonafide.identity.IdentityEvent.TraitsChanged;
import dev.bonafide.identity.IdentityState.Life;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How events make the state of an identity. */
class IdentityStateTest {
    private static final Instant START = Somebody.START;
    private static final Instant LATER = START.plusSeconds(60);
    private static final Sealed TRAITS = new Sealed.Fresh(Somebody.ID, "{\"a\":1}");
    private static final List<Identifier> IDENTIFIERS = List.of(new Identifier("bb", Set.of(APP)));

    private final Registered ada = Somebody.holding(password(), app());

    static Stream<Object> further() {
        return Stream.of(
                new TraitsChanged(Somebody.ID, "other", TRAITS, IDENTIFIERS, LATER),
                new Deactivated(Somebody.ID, LATER),
                new Activated(Somebody.ID, LATER),
                new SessionsEnded(Somebody.ID, 7, Cause.OWNER, LATER),
                new Gained(Somebody.ID, APP, List.of(app()), LATER),
                new Lost(Somebody.ID, APP, LATER));
    }

    @Test
    void beginsActiveUnderTheFirstEpochWithoutCredentials() {
        IdentityState state = Somebody.after(List.of(Somebody.registered()));

        assertThat(state)
                .isEqualTo(
                        new Registered(
                                Somebody.ID,
                                new Profile(
                                        "default",
                                        Somebody.registered().traits(),
                                        Somebody.registered().identifiers()),
                                new Life(true, START, START, START),
                                0,
                                java.util.Map.of()));
    }

    @Test
    void holdsOneCredentialOfEachMethod() {
        assertThat(ada.factors()).containsExactlyInAnyOrder(password(), app());
        assertThat(ada.lineages()).containsExactlyInAnyOrder(password().lineage(), app().lineage());
        assertThat(ada.credential(APP)).isEqualTo(new Credentials.Held(List.of(app())));
        assertThat(ada.credential(Factors.PASSKEY)).isNull();
    }

    @Test
    void losesACredentialWithItsLineage() {
        Registered after = then(new Lost(Somebody.ID, APP, LATER));

        assertThat(after.factors()).containsExactly(password());
        assertThat(after.lineages()).doesNotContain(app().lineage());
        assertThat(after.life()).isEqualTo(new Life(true, START, START, LATER));
    }

    @Test
    void takesNewTraitsAndLeavesTheRest() {
        Registered after =
                then(new TraitsChanged(Somebody.ID, "other", TRAITS, IDENTIFIERS, LATER));

        assertThat(after.profile()).isEqualTo(new Profile("other", TRAITS, IDENTIFIERS));
        assertThat(after.life()).isEqualTo(new Life(true, START, START, LATER));
        assertThat(after.credentials()).isEqualTo(ada.credentials());
    }

    @Test
    void remembersWhenItWasTurned() {
        Registered off = then(new Deactivated(Somebody.ID, LATER));

        assertThat(off.life()).isEqualTo(new Life(false, LATER, START, LATER));
        assertThat(off.evolve(new Activated(Somebody.ID, LATER.plusSeconds(1))))
                .extracting(state -> ((Registered) state).life())
                .isEqualTo(new Life(true, LATER.plusSeconds(1), START, LATER.plusSeconds(1)));
    }

    @Test
    void raisesTheEpochAndNothingElse() {
        Registered after = then(new SessionsEnded(Somebody.ID, 7, Cause.OWNER, LATER));

        assertThat(after)
                .isEqualTo(
                        new Registered(ada.id(), ada.profile(), ada.life(), 7, ada.credentials()));
    }

    @Test
    void keepsNothingOfThePersonWhenErased() {
        assertThat(ada.evolve(new Erased(Somebody.ID, 8, LATER)))
                .isEqualTo(new IdentityState.Erased(Somebody.ID, 8, LATER));
    }

    @ParameterizedTest
    @MethodSource("further")
    void isCorruptIfItBeginsOtherwiseOrGoesOnAfterErasure(Object event) {
        IdentityState erased = new IdentityState.Erased(Somebody.ID, 1, START);

        assertThatIllegalStateException().isThrownBy(() -> new IdentityState.None().evolve(event));
        assertThatIllegalStateException().isThrownBy(() -> erased.evolve(event));
    }

    @ParameterizedTest
    @MethodSource("further")
    void takesEveryEventOnceRegistered(Object event) {
        assertThat(ada.evolve(event)).isInstanceOf(Registered.class);
    }

    @Test
    void isCorruptIfItIsRegisteredTwiceOrErasedTwice() {
        IdentityState erased = ada.evolve(new Erased(Somebody.ID, 1, LATER));

        assertThatIllegalStateException().isThrownBy(() -> ada.evolve(Somebody.registered()));
        assertThatIllegalStateException().isThrownBy(() -> erased.evolve(Somebody.registered()));
        assertThatIllegalStateException()
                .isThrownBy(() -> erased.evolve(new Erased(Somebody.ID, 2, LATER)));
    }

    private Registered then(Object event) {
        return (Registered) ada.evolve(event);
    }
}
