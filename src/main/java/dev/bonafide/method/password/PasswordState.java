package dev.bonafide.method.password;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The password somebody has.
 *
 * @param hash the stored string, sealed
 * @param version how often the password was changed within its lineage. Hashing the same password
 *     anew does not count, so that of two right logins at once, of which one renews the hash, the
 *     other is right still
 */
public record PasswordState(Lineage lineage, Sealed hash, long version) implements CredentialState {
    /** One person has one head: two passwords are the same channel. */
    static final Channel CHANNEL = new Channel("password");

    static @Nullable PasswordState evolve(@Nullable PasswordState before, PasswordEvent event) {
        return switch (event) {
            case PasswordEvent.PasswordSet e -> new PasswordState(e.lineage(), e.hash(), 0);
            case PasswordEvent.PasswordChanged e ->
                    new PasswordState(e.lineage(), e.hash(), version(before) + 1);
            case PasswordEvent.PasswordImported e ->
                    new PasswordState(
                            e.lineage(), e.hash(), before == null ? 0 : before.version() + 1);
            case PasswordEvent.PasswordRehashed e ->
                    new PasswordState(e.lineage(), e.hash(), version(before));
            case PasswordEvent.PasswordRemoved e -> null;
        };
    }

    @Override
    public List<Factor> factors() {
        return List.of(new Factor(PasswordMethod.ID, lineage, Aal.AAL1, Set.of(CHANNEL), true));
    }

    /** Whether the other is this password, however it is hashed. */
    boolean samePassword(PasswordState other) {
        return lineage.equals(other.lineage) && version == other.version;
    }

    private static long version(@Nullable PasswordState state) {
        return state == null ? 0 : state.version;
    }
}
