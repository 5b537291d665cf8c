package dev.bonafide.identity;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Credentials of no particular method: all that rules about identities and sessions may know. */
public final class Credentials {
    private Credentials() {}

    /** What is held. */
    public record Held(List<Factor> factors) implements CredentialState {}

    /** Now these factors are held of the method. */
    public record Gained(IdentityId identity, MethodId method, List<Factor> factors, Instant at)
            implements CredentialEvent {
        @Override
        public CredentialState apply(@Nullable CredentialState before) {
            return new Held(factors);
        }
    }

    /** Nothing is held of the method any more. */
    public record Lost(IdentityId identity, MethodId method, Instant at)
            implements CredentialEvent {
        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return null;
        }
    }
}
