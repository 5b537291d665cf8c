package dev.bonafide.session;

import dev.bonafide.config.Setting;
import dev.bonafide.http.Call;
import dev.bonafide.http.Credentials;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.http.cookie.SessionCookies;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /sessions/whoami}: the answer that every request of an application rests on (contract
 * clause 6.1).
 */
final class WhoamiRoutes implements Routes {
    private final Credentials credentials;
    private final SessionCookies cookies;
    private final Sessions sessions;
    private final SessionJson json;
    private final AalCheck aal;
    private final Setting<SessionSettings> settings;

    WhoamiRoutes(
            Presenting presenting,
            Sessions sessions,
            SessionJson json,
            AalCheck aal,
            Setting<SessionSettings> settings) {
        this.credentials = presenting.credentials();
        this.cookies = presenting.cookies();
        this.sessions = sessions;
        this.json = json;
        this.aal = aal;
        this.settings = settings;
    }

    /** Where requests carry tokens. */
    record Presenting(Credentials credentials, SessionCookies cookies) {}

    /** Any method asks the same question, but TRACE and CONNECT, which no route answers. */
    @Override
    public List<Route> routes() {
        return Stream.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
                .map(method -> Route.open(method, "/sessions/whoami", this::answer))
                .toList();
    }

    private Reply answer(Call call) {
        Presented presented =
                credentials
                        .token(call)
                        .flatMap(sessions::present)
                        .orElseThrow(() ->
                                SessionProblems.unauthorized(
                                        "No valid session credentials found in the request."));
        Standing standing = presented.standing();
        aal.require(settings.get().requiredAal(), standing, null);
        Reply reply =
                Reply.json(200, json.of(standing, true))
                        .with(
                                "X-Kratos-Authenticated-Identity-Id",
                                presented.identity().toString());
        return cookies.renewed(call, standing.session().times().expiresAt())
                .map(line -> reply.with("Set-Cookie", line))
                .orElse(reply);
    }
}
