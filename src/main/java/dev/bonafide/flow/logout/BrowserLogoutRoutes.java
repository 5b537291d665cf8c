package dev.bonafide.flow.logout;

import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Setting;
import dev.bonafide.flow.Desk;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Ended;
import dev.bonafide.flow.ReturnTo;
import dev.bonafide.flow.Urls;
import dev.bonafide.flow.Visit;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.Clock;
import dev.bonafide.log.Commands;
import dev.bonafide.session.Presented;
import dev.bonafide.session.SessionCommand.RevokeSession;
import dev.bonafide.session.SessionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Logout of browsers (contract clause 4.4): a link that only who can read the session's answer
 * knows, and the address that it leads to.
 */
final class BrowserLogoutRoutes implements Routes {
    private final LogoutTokens tokens;
    private final Commands commands;
    private final Desk desk;
    private final Policy policy;

    BrowserLogoutRoutes(LogoutTokens tokens, Commands commands, Desk desk, Policy policy) {
        this.tokens = tokens;
        this.commands = commands;
        this.desk = desk;
        this.policy = policy;
    }

    /** What decides. */
    record Policy(
            Setting<FlowSettings> settings,
            Setting<Logout> logout,
            ReturnTo returnTo,
            Clock clock) {
        /** Browsers take it over TLS alone. */
        boolean clears() {
            return logout.get().clearBrowserData()
                    && "https".equals(settings.get().publicUrl().getScheme());
        }
    }

    /** {@code selfservice.flows.logout}. */
    record Logout(
            @Default("false")
                    @Doc(
                            "Whether a logout over https asks the browser to forget all that it keeps of this site.")
                    boolean clearBrowserData) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/self-service/logout/browser", this::link),
                Route.open(
                        "GET",
                        "/self-service/logout",
                        call -> desk.answers().browser(call, this::logout)));
    }

    private Reply link(Call call) {
        Presented session = desk.caller().session(call).orElseThrow(BrowserLogoutRoutes::nobody);
        String returnTo = returnTo(call);
        String token = tokens.of(session.session());
        String logout = policy.settings().get().link("self-service/logout?token=" + token);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("logout_url", Urls.with(logout, "return_to", returnTo));
        body.put("logout_token", token);
        return Reply.json(200, body);
    }

    /** Who has no session any more, as after a second click, is logged out. */
    private Outcome logout(Visit visit) {
        Call call = visit.call();
        String onwards =
                Objects.requireNonNullElse(
                        returnTo(call), desk.destinations().after("logout", null));
        String token =
                call.query("token")
                        .orElseThrow(() ->
                                Problem.badRequest("Please include a token in the URL query."));
        Presented session = desk.caller().session(call).orElse(null);
        return session == null
                ? new Ended(onwards, policy.clears(), 0)
                : new Ended(onwards, policy.clears(), ended(call, session, token));
    }

    private long ended(Call call, Presented session, String token) {
        if (!tokens.isOf(session.session(), token)) {
            throw Problem.of(
                    403,
                    "Unable to log out because the logout token in the URL query does not match the session cookie.");
        }
        return commands.send(
                        new RevokeSession(
                                session.session(), SessionEvent.Cause.LOGOUT, policy.clock().now()),
                        desk.caller().meta(call, null, session.session(), session.identity()))
                .position();
    }

    private @Nullable String returnTo(Call call) {
        return policy.returnTo().check(call.query("return_to").orElse(null));
    }

    private static Problem nobody() {
        return new Problem(
                401,
                "session_inactive",
                "The request could not be authorized",
                "No active session was found in this request.");
    }
}
