package dev.bonafide.flow.logout;

import dev.bonafide.flow.Caller;
import dev.bonafide.http.Call;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Commands;
import dev.bonafide.session.SessionCommand.RevokeSession;
import dev.bonafide.session.SessionEvent;
import dev.bonafide.session.SessionState;
import dev.bonafide.session.Sessions;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Logout of API clients (contract clause 4.4): 204, also when the session was over; 403 for a token
 * that never was one.
 */
final class LogoutRoutes implements Routes {
    private final Commands commands;
    private final Sessions sessions;
    private final Caller caller;
    private final Clock clock;
    private final String epoch;

    LogoutRoutes(Commands commands, Sessions sessions, Caller caller, Clock clock, String epoch) {
        this.commands = commands;
        this.sessions = sessions;
        this.caller = caller;
        this.clock = clock;
        this.epoch = epoch;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open("DELETE", "/self-service/logout/api", this::logout));
    }

    private Reply logout(Call call) {
        JsonNode token = call.body().get("session_token");
        if (token == null || !token.isString() || token.asString().isEmpty()) {
            throw Problem.badRequest("The session_token is missing.");
        }
        SessionState.Started session =
                sessions.byToken(token.asString()).orElseThrow(LogoutRoutes::unknown);
        return new LogPosition(epoch, ended(call, session)).on(Reply.empty(204));
    }

    /** The log position of the end. Sessions of somebody who was erased have gone with them. */
    private long ended(Call call, SessionState.Started session) {
        try {
            return commands.send(
                            new RevokeSession(session.id(), SessionEvent.Cause.LOGOUT, clock.now()),
                            caller.meta(call, null, session.id(), session.identity()))
                    .position();
        } catch (Refused refused) {
            throw refused.code().equals("identity.erased") ? unknown() : refused;
        }
    }

    private static Problem unknown() {
        return new Problem(
                403,
                "",
                "The requested action was forbidden",
                "The provided Session Token could not be found or is invalid.");
    }
}
