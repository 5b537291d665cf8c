package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.method.password.PasswordEvent.PasswordChanged;
import dev.bonafide.method.password.PasswordEvent.PasswordRehashed;
import dev.bonafide.method.password.PasswordEvent.PasswordRemoved;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How events make the state of a password. */
class PasswordStateTest {
    private static final Lineage LINEAGE = Ada.LINEAGE;

    private final PasswordState set = state(Ada.set("one"));

    @Test
    void isOneFirstFactorOverTheOneChannelOfPasswords() {
        assertThat(set.factors())
                .containsExactly(
                        new Factor(
                                PasswordMethod.ID,
                                LINEAGE,
                                Aal.AAL1,
                                Set.of(new Channel("password")),
                                true));
        assertThat(set.identifiers()).isEmpty();
    }

    @Test
    void keepsItsLineageWhenItIsChangedAndIsAnotherPassword() {
        PasswordState changed = state(Ada.set("one"), changed("two"));

        assertThat(changed).isEqualTo(new PasswordState(LINEAGE, Ada.fresh("two"), 1));
        assertThat(changed.samePassword(set)).isFalse();
    }

    @Test
    void isTheSamePasswordWhenHashedAnew() {
        PasswordState rehashed = state(Ada.set("one"), rehashed("one again"));

        assertThat(rehashed).isEqualTo(new PasswordState(LINEAGE, Ada.fresh("one again"), 0));
        assertThat(rehashed.samePassword(set)).isTrue();
    }

    @Test
    void isNothingOnceRemovedAndAnotherLineageOnceSetAgain() {
        CredentialEvent removed = new PasswordRemoved(Ada.ID, LINEAGE, Ada.NOW);
        CredentialEvent again =
                new PasswordEvent.PasswordSet(Ada.ID, Ada.lineage(2), Ada.fresh("one"), Ada.NOW);

        assertThat(fold(Ada.set("one"), removed)).isNull();
        assertThat(state(Ada.set("one"), removed, again).samePassword(set)).isFalse();
    }

    private static CredentialEvent changed(String hash) {
        return new PasswordChanged(Ada.ID, LINEAGE, Ada.fresh(hash), Ada.NOW);
    }

    private static CredentialEvent rehashed(String hash) {
        return new PasswordRehashed(Ada.ID, LINEAGE, Ada.fresh(hash), Ada.NOW);
    }

    private static PasswordState state(CredentialEvent... events) {
        return (PasswordState) java.util.Objects.requireNonNull(fold(events));
    }

    private static @Nullable CredentialState fold(CredentialEvent... events) {
        CredentialState state = null;
        for (CredentialEvent event : events) {
            state = event.apply(state);
        }
        return state;
    }
}
