package dev.bonafide.method.password;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A password that an administrator brings along; the first one, or one in place of another.
 *
 * @param fresh the lineage of the password if it is the first
 */
record ImportPassword(IdentityId identity, String hash, Lineage fresh, Instant now)
        implements CredentialIntent {
    @Override
    public MethodId method() {
        return PasswordMethod.ID;
    }

    /** Proves nothing: its owner is not here. */
    @Override
    public Outcome decide(@Nullable CredentialState held) {
        Lineage lineage = held instanceof PasswordState state ? state.lineage() : fresh;
        Sealed sealed = new Sealed.Fresh(identity, hash);
        return new Changed(
                List.of(new PasswordEvent.PasswordImported(identity, lineage, sealed, now)),
                null,
                true);
    }

    /** Never a hash. */
    @Override
    public String toString() {
        return "ImportPassword[" + identity + "]";
    }
}
