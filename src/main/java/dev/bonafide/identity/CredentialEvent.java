package dev.bonafide.identity;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a credential: a fact in the identity's stream, named, shaped and applied by
 * its method.
 */
public interface CredentialEvent {
    IdentityId identity();

    MethodId method();

    Instant at();

    /** The credential afterwards, null where nothing is left. Total: never refuses. */
    @Nullable CredentialState apply(@Nullable CredentialState before);
}
