package dev.bonafide.http.cookie;

import dev.bonafide.http.Call;
import dev.bonafide.http.Credentials;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.SealingKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The session's cookie: the token and when its session ends, sealed, so that the browser holds a
 * session it can't read, and nothing that an API client could use (contract clause 7.2).
 */
public final class SessionCookies implements Credentials.SessionCookie {
    /** What cookies are sealed for; other uses of the same secrets get other keys. */
    public static final String PURPOSE = "bonafide cookies 1";

    private static final String CONTEXT = "session";

    private final Supplier<CookieSettings> settings;
    private final Supplier<SealingKeys> keys;
    private final Clock clock;
    private final Entropy entropy;

    public SessionCookies(
            Supplier<CookieSettings> settings,
            Supplier<SealingKeys> keys,
            Clock clock,
            Entropy entropy) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.entropy = entropy;
    }

    /** What a session cookie holds. */
    public record Content(Instant expiresAt, String token) {}

    @Override
    public Optional<String> token(String cookieValue) {
        return open(cookieValue).map(Content::token);
    }

    /** What the value holds; empty for whatever was not sealed here. */
    public Optional<Content> open(String cookieValue) {
        return keys.get().open(CONTEXT, cookieValue).flatMap(SessionCookies::content);
    }

    /** The {@code Set-Cookie} line that hands a session over, for as long as it lives. */
    public String issue(String token, Instant expiresAt) {
        CookieSettings now = settings.get();
        String sealed = keys.get().seal(CONTEXT, expiresAt + " " + token, entropy);
        Instant at = clock.now();
        return now.persistent()
                ? now.session()
                        .lasting(now.sessionName(), sealed, at, Duration.between(at, expiresAt))
                : now.session().passing(now.sessionName(), sealed);
    }

    /**
     * The line that lets a request's own cookie live as long as its session, which was extended
     * since; it holds the token that was presented. Empty where no cookie decided, or none is
     * older.
     */
    public Optional<String> renewed(Call call, Instant expiresAt) {
        if (call.header("X-Session-Token").isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(call.cookies().get(settings.get().sessionName()))
                .flatMap(this::open)
                .filter(content -> content.expiresAt().isBefore(expiresAt))
                .map(content -> issue(content.token(), expiresAt));
    }

    /** The {@code Set-Cookie} line that takes it away. */
    public String gone() {
        return settings.get().session().gone(settings.get().sessionName());
    }

    private static Optional<Content> content(String plain) {
        int space = plain.indexOf(' ');
        try {
            return space < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Content(
                                    Instant.parse(plain.substring(0, space)),
                                    plain.substring(space + 1)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
