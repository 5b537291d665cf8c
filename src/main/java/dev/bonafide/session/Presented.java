package dev.bonafide.session;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.SessionId;

/**
 * An active session and the token by which it was found.
 *
 * @param standing as this token may see it: a superseded one sees the level that the session had
 *     when it was replaced
 * @param newest whether it may prove, refresh and change; another may only read
 * @param position of the log as of which all this was read
 */
public record Presented(Standing standing, String tokenHash, boolean newest, long position) {
    public SessionId session() {
        return standing.session().id();
    }

    public IdentityId identity() {
        return standing.identity().id();
    }
}
