package dev.bonafide.method.fido;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;

/** A method's own events about keys, under its own names in the log. */
public interface KeyEvents {
    MethodId method();

    /** A key was bound, and proved that it is there. */
    CredentialEvent enrolled(IdentityId identity, Lineage lineage, KeyFacts key, Instant at);

    /** A key that was bound elsewhere at {@code addedAt} was brought along. */
    CredentialEvent imported(IdentityId identity, Key key, Instant at);

    CredentialEvent used(IdentityId identity, Lineage lineage, KeyUse use, Instant at);

    /** A counter did not rise, so that there may be two of this key. */
    CredentialEvent counterWentBack(
            IdentityId identity, Lineage lineage, long stored, long received, Instant at);

    CredentialEvent removed(IdentityId identity, Lineage lineage, Instant at);
}
