package dev.bonafide.identity;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.log.Command;
import java.time.Instant;

/** What can be asked of an identity as such. */
public sealed interface IdentityCommand<A> extends Command<A> {
    IdentityId identity();

    /** Lets it log in, or not. Answers whether anything changed. */
    record SetActive(IdentityId identity, boolean active, Instant now)
            implements IdentityCommand<Boolean> {}

    /**
     * Ends it for good: releases its identifiers, ends its sessions; its data key is destroyed
     * afterwards.
     */
    record EraseIdentity(IdentityId identity, Instant now) implements IdentityCommand<Boolean> {}

    /** Ends all its sessions. */
    record EndSessions(IdentityId identity, IdentityEvent.Cause cause, Instant now)
            implements IdentityCommand<Boolean> {}
}
