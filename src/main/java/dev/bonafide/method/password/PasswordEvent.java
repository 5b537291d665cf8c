package dev.bonafide.method.password;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.FactorRemoval;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to somebody's password. {@code hash} is a PHC string, or what another system
 * made; sealed, so that erasing its owner destroys it.
 */
public sealed interface PasswordEvent extends CredentialEvent {
    Lineage lineage();

    @Override
    default MethodId method() {
        return PasswordMethod.ID;
    }

    @Override
    default @Nullable CredentialState apply(@Nullable CredentialState before) {
        return PasswordState.evolve((PasswordState) before, this);
    }

    /** There is a password where there was none. */
    @EventName("password.set")
    record PasswordSet(IdentityId identity, Lineage lineage, Sealed hash, Instant at)
            implements PasswordEvent {}

    /**
     * One that came from another system, in clear or as its hash, the first one or in place of
     * another.
     */
    @EventName("password.imported")
    record PasswordImported(IdentityId identity, Lineage lineage, Sealed hash, Instant at)
            implements PasswordEvent {}

    /** Another password takes its place; the lineage goes on. */
    @EventName("password.changed")
    record PasswordChanged(IdentityId identity, Lineage lineage, Sealed hash, Instant at)
            implements PasswordEvent {}

    /** The same password, hashed anew with today's parameters while its owner logged in. */
    @EventName("password.rehashed")
    record PasswordRehashed(IdentityId identity, Lineage lineage, Sealed hash, Instant at)
            implements PasswordEvent {}

    /** There is none any more. */
    @EventName("password.removed")
    record PasswordRemoved(IdentityId identity, Lineage lineage, Instant at)
            implements PasswordEvent, FactorRemoval {}
}
