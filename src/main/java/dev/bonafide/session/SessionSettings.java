package dev.bonafide.session;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How sessions live.
 *
 * @param lifespan from a login to the end, moved by every login onto the session ({@code
 *     session.lifespan})
 * @param requiredAal what whoami and the list of sessions ask for ({@code
 *     session.whoami.required_aal})
 * @param rotation when a token is replaced ({@code bonafide.session.token_rotation})
 * @param extendWithin how long before its end a session may be extended ({@code
 *     session.earliest_possible_extend}); the whole lifespan, so always, where it is not set
 * @param grace how long a superseded token may still read ({@code bonafide.session.token_grace})
 */
public record SessionSettings(
        Duration lifespan,
        RequiredAal requiredAal,
        Rotation rotation,
        Duration grace,
        Duration extendWithin) {
    /** Reads both parts of the configuration. */
    public static SessionSettings of(Configuration configuration) {
        Kratos kratos = configuration.bind("session", Kratos.class);
        Own own = configuration.bind("bonafide.session", Own.class);
        return new SessionSettings(
                kratos.lifespan(),
                kratos.whoami().requiredAal(),
                own.tokenRotation(),
                own.tokenGrace(),
                java.util.Objects.requireNonNullElse(
                        kratos.earliestPossibleExtend(), kratos.lifespan()));
    }

    /** Whether a login onto a session of an API client replaces its token. */
    public boolean rotatesApiTokens() {
        return rotation == Rotation.ALWAYS;
    }

    /** Whether a login onto a session of a browser replaces the token in its cookie. */
    public boolean rotatesCookies() {
        return rotation != Rotation.NEVER;
    }

    /** Kratos' keys. */
    record Kratos(
            @Default("24h")
                    @Doc(
                            "From a login to the session's end; every login onto the session moves it.")
                    Duration lifespan,
            @Nullable
                    @Doc(
                            value =
                                    "How long before its end an administrator may extend a session.",
                            absent = "always")
                    Duration earliestPossibleExtend,
            Whoami whoami) {}

    /** Part of Kratos' keys. */
    record Whoami(
            @Default("highest_available")
                    @Doc(
                            "What whoami asks for: any session, or the highest level that its holder can reach.")
                    RequiredAal requiredAal) {}

    /** Our own keys. */
    record Own(
            @Default("cookies")
                    @Doc(
                            "Whose token is replaced at a login onto the session: browsers', everybody's, nobody's.")
                    Rotation tokenRotation,
            @Default("60s") @Doc("How long a replaced token may still read.")
                    Duration tokenGrace) {}

    /** When tokens rotate at login submits, recovery and password change. */
    enum Rotation {
        COOKIES,
        ALWAYS,
        NEVER
    }
}
