package dev.bonafide.session;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Command;
import java.time.Instant;

/** What can be asked of sessions. */
public sealed interface SessionCommand<A> extends Command<A> {
    /** Ends one. Answers whether it was there and not over. */
    record RevokeSession(SessionId session, SessionEvent.Cause cause, Instant now)
            implements SessionCommand<Boolean> {}

    /** Ends one if it belongs to the identity. Answers whether it did and was not over. */
    record RevokeOwnSession(IdentityId identity, SessionId session, Instant now)
            implements SessionCommand<Boolean> {}

    /** Ends all sessions of the identity but the one with this id and newest token. */
    record EndOtherSessions(IdentityId identity, SessionId kept, String tokenHash, Instant now)
            implements SessionCommand<Boolean> {}
}
