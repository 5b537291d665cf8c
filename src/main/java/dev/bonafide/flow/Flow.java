package dev.bonafide.flow;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation, as kept in a document.
 *
 * @param asked what was asked for when it began; never changes
 * @param bound whom it belongs to
 * @param state in Kratos' words: {@code choose_method}, {@code show_form}, {@code success}, …
 * @param active the method that was tried last; null for none
 * @param says what is to be told; replaced by each submission
 * @param memory sealed, per method, what it remembers
 */
public record Flow(
        UUID id,
        Kind kind,
        Asked asked,
        Bound bound,
        String state,
        @Nullable String active,
        List<FieldProblem> says,
        Map<String, String> memory) {
    public Flow {
        says = List.copyOf(says);
        memory = Map.copyOf(memory);
    }

    public static Flow begin(FlowId id, Kind kind, Asked asked, Bound bound) {
        return new Flow(
                id.value(), kind, asked, bound, kind.initialState, null, List.of(), Map.of());
    }

    public FlowId flowId() {
        return new FlowId(id);
    }

    public boolean expired(Instant now) {
        return !now.isBefore(asked.expiresAt());
    }

    /** Whether a browser began it; an API client did otherwise. */
    public boolean ofBrowser() {
        return bound.browser() != null;
    }

    /** The same after a submission that has this to tell. */
    public Flow saying(@Nullable String method, List<FieldProblem> problems) {
        return new Flow(id, kind, asked, bound, state, method, problems, memory);
    }

    public Flow saying(@Nullable String method, Message message) {
        return saying(method, List.of(FieldProblem.global(message)));
    }

    public Flow in(String next) {
        return new Flow(id, kind, asked, bound, next, active, says, memory);
    }

    /** The same, remembering this (sealed) for a method; null forgets. */
    public Flow remembering(String method, @Nullable String sealed) {
        Map<String, String> next = new HashMap<>(memory);
        if (sealed == null) {
            next.remove(method);
        } else {
            next.put(method, sealed);
        }
        return new Flow(id, kind, asked, bound, state, active, says, next);
    }

    /** What it is about. */
    public enum Kind {
        LOGIN("choose_method"),
        REGISTRATION("choose_method"),
        SETTINGS("show_form");

        private final String initialState;

        Kind(String initialState) {
            this.initialState = initialState;
        }

        /** Its name in addresses. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was asked for.
     *
     * @param requestUrl address of the request that began it
     * @param requested level, for logins
     * @param refresh whether somebody logged in is to prove themselves anew
     */
    public record Asked(
            String requestUrl,
            @Nullable String returnTo,
            Aal requested,
            boolean refresh,
            Instant issuedAt,
            Instant expiresAt) {}

    /**
     * Whom it belongs to.
     *
     * @param session that it was begun with; null for none
     * @param identity the session's, or, in a registration, the one that will be
     * @param browser fingerprint of the CSRF token of the browser; null for an API client's
     */
    public record Bound(@Nullable UUID session, @Nullable UUID identity, @Nullable String browser) {
        public static final Bound NOBODY = new Bound(null, null, null);

        public static Bound to(SessionId session, IdentityId identity) {
            return new Bound(session.value(), identity.value(), null);
        }

        /** The same, of this browser; null for an API client. */
        public Bound in(@Nullable String fingerprint) {
            return new Bound(session, identity, fingerprint);
        }

        public boolean isOf(SessionId presented) {
            return presented.value().equals(session);
        }
    }
}
