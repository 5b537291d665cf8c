package dev.bonafide.log;

import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Who caused a commit, from where, in which conversation. Stored once per commit.
 *
 * @param actor {@code person}, {@code anonymous}, {@code system}, or {@code admin}; what an admin
 *     call's header claims follows as {@code admin:<claim>}
 * @param request id of the HTTP request, null for the system's own acts
 * @param flow the conversation, if any
 * @param session the session that acted, if any
 * @param client address and agent as JSON, sealed under the key of the identity concerned; null
 *     where none is known
 */
public record Meta(
        String actor,
        @Nullable String request,
        @Nullable FlowId flow,
        @Nullable SessionId session,
        @Nullable Sealed client) {
    public static Meta system() {
        return new Meta("system", null, null, null, null);
    }

    /**
     * An administrator's act; {@code claim} is what an optional header says of them, "" for
     * nothing.
     */
    public static Meta administrator(String claim, String request) {
        return new Meta(claim.isEmpty() ? "admin" : "admin:" + claim, request, null, null, null);
    }
}
