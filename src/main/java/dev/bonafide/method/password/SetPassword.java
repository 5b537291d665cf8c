package dev.bonafide.method.password;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.FieldProblem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish for a new password; the first one, or one in place of another.
 *
 * @param same the password that the new one was found equal to; null where it differs
 * @param fresh the lineage of the password if it is the first
 */
record SetPassword(
        IdentityId identity, String hash, @Nullable PasswordState same, Lineage fresh, Instant now)
        implements CredentialIntent {
    @Override
    public MethodId method() {
        return PasswordMethod.ID;
    }

    /**
     * Proves nothing: contract clause 3.7 appends no AMR, since who sets a password shows no
     * knowledge of it.
     */
    @Override
    public Outcome decide(@Nullable CredentialState held) {
        if (!(held instanceof PasswordState state)) {
            return changed(new PasswordEvent.PasswordSet(identity, fresh, sealed(), now));
        }
        return same != null && state.samePassword(same)
                ? new Impossible(FieldProblem.at(Field.PASSWORD, PasswordMessages.sameAsOld()))
                : changed(
                        new PasswordEvent.PasswordChanged(
                                identity, state.lineage(), sealed(), now));
    }

    private Sealed sealed() {
        return new Sealed.Fresh(identity, hash);
    }

    private static Outcome changed(CredentialEvent event) {
        return new Changed(List.of(event), null, true);
    }

    /** Never a hash. */
    @Override
    public String toString() {
        return "SetPassword[" + identity + "]";
    }
}
