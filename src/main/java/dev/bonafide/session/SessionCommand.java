package dev.bonafide.session;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Command;
import java.time.Duration;
import java.time.Instant;

/** What can be asked of sessions. */
public sealed interface SessionCommand<A> extends Command<A> {
    /** Ends one. Answers whether it was there and not over. */
    record RevokeSession(SessionId session, SessionEvent.Cause cause, Instant now)
            implements SessionCommand<Boolean> {}

    /** Ends one if it belongs to the identity. Answers whether it did and was not over. */
    record RevokeOwnSession(IdentityId identity, SessionId session, Instant now)
            implements SessionCommand<Boolean> {}

    /**
     * Moves the end of an active session to {@code now + lifespan}, if it would end within {@code
     * within}. Answers whether it did.
     */
    record ExtendSession(
            IdentityId identity, SessionId session, Duration lifespan, Duration within, Instant now)
            implements SessionCommand<Boolean> {}

    /** Ends all sessions of the identity but the one with this id and newest token. */
    record EndOtherSessions(IdentityId identity, SessionId kept, String tokenHash, Instant now)
            implements SessionCommand<Boolean> {}
}
