package dev.bonafide.http;

import java.util.Optional;
import java.util.function.Supplier;

/** Where a request carries its session token (contract clause 7.1). */
public final class Credentials {
    private static final String BEARER = "Bearer ";

    private final Supplier<String> cookieName;
    private final SessionCookie cookie;

    /**
     * @param cookieName of the session cookie ({@code session.cookie.name})
     * @param cookie opens its value
     */
    public Credentials(Supplier<String> cookieName, SessionCookie cookie) {
        this.cookieName = cookieName;
        this.cookie = cookie;
    }

    /**
     * The token of the first place that holds one: {@code X-Session-Token}, the session cookie,
     * then {@code Authorization: Bearer} (scheme in any case). There is no falling back to a later
     * place when that token turns out to be worthless; but a cookie that cannot be opened, or holds
     * no token, counts as not present.
     *
     * @throws Problem 400 if one of the headers is given twice
     */
    public Optional<String> token(Call call) {
        return call.header("X-Session-Token")
                .or(() -> fromCookie(call))
                .or(() -> call.header("Authorization").flatMap(Credentials::bearer));
    }

    private Optional<String> fromCookie(Call call) {
        return Optional.ofNullable(call.cookies().get(cookieName.get()))
                .flatMap(cookie::token)
                .filter(token -> !token.isEmpty());
    }

    private static Optional<String> bearer(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = authorization.substring(BEARER.length()).strip();
        return token.isEmpty() || token.indexOf(' ') >= 0 ? Optional.empty() : Optional.of(token);
    }

    /** Opens a session cookie. */
    @FunctionalInterface
    public interface SessionCookie {
        /** The token inside; empty for whatever cannot be opened. Never throws for a bad value. */
        Optional<String> token(String cookieValue);
    }
}
