package dev.bonafide.session;

import dev.bonafide.config.Setting;
import dev.bonafide.http.Call;
import dev.bonafide.http.Credentials;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Offset;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Meta;
import dev.bonafide.session.SessionCommand.EndOtherSessions;
import dev.bonafide.session.SessionCommand.RevokeOwnSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do with their own sessions (contract clause 6.2). */
final class OwnSessionRoutes implements Routes {
    private static final int PAGE = 500;

    private final Credentials credentials;
    private final Sessions sessions;
    private final SessionQueries queries;
    private final Commands commands;
    private final Answering answering;

    OwnSessionRoutes(
            Credentials credentials,
            Sessions sessions,
            SessionQueries queries,
            Commands commands,
            Answering answering) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.queries = queries;
        this.commands = commands;
        this.answering = answering;
    }

    /** How the answers are made. */
    record Answering(
            SessionJson json,
            AalCheck aal,
            Setting<SessionSettings> settings,
            Clock clock,
            String epoch) {
        RequiredAal required() {
            return settings.get().requiredAal();
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/sessions", this::others),
                Route.open("DELETE", "/sessions", this::endOthers),
                Route.open("DELETE", "/sessions/{id}", this::end));
    }

    private Reply others(Call call) {
        Presented presented = presented(call);
        answering.aal().require(answering.required(), presented.standing(), null);
        LogPosition.require(call, answering.epoch(), queries::head);
        Offset offset = Offset.of(call);
        List<Standing> others = others(presented);
        List<Map<String, Object>> page =
                others.stream()
                        .skip(offset.start())
                        .limit(offset.size())
                        .map(standing -> answering.json().of(standing, true))
                        .toList();
        return offset.links(Reply.json(200, page), call, others.size());
    }

    private Reply endOthers(Call call) {
        Presented presented = acting(call);
        int count = others(presented).size();
        var done =
                commands.send(
                        new EndOtherSessions(
                                presented.identity(),
                                presented.session(),
                                presented.tokenHash(),
                                answering.clock().now()),
                        meta(call, presented));
        return positioned(Reply.json(200, Map.of("count", count)), done.position());
    }

    /** 204 whatever the id stands for, so that nobody learns which sessions exist. */
    private Reply end(Call call) {
        Presented presented = acting(call);
        SessionId id = new SessionId(call.uuid("id"));
        if (id.equals(presented.session())) {
            throw Problem.badRequest("cannot revoke current session");
        }
        var done =
                commands.send(
                        new RevokeOwnSession(presented.identity(), id, answering.clock().now()),
                        meta(call, presented));
        return positioned(Reply.empty(204), done.position());
    }

    private Presented presented(Call call) {
        return credentials
                .token(call)
                .flatMap(sessions::present)
                .orElseThrow(() -> SessionProblems.unauthorized("No valid session cookie found."));
    }

    /** A superseded token may only read. */
    private Presented acting(Call call) {
        Presented presented = presented(call);
        if (!presented.newest()) {
            throw SessionProblems.unauthorized("No valid session cookie found.");
        }
        return presented;
    }

    private List<Standing> others(Presented presented) {
        List<Standing> others = new ArrayList<>();
        String before = "";
        List<SessionId> page;
        do {
            page = queries.of(presented.identity(), before, PAGE);
            page.stream()
                    .filter(id -> !id.equals(presented.session()))
                    .map(sessions::standing)
                    .flatMap(Optional::stream)
                    .forEach(others::add);
            before = page.isEmpty() ? "" : page.getLast().toString();
        } while (page.size() == PAGE);
        return others;
    }

    private static Meta meta(Call call, Presented presented) {
        return new Meta(
                "person",
                call.requestId(),
                null,
                presented.session(),
                ClientDescription.of(call, presented.identity()));
    }

    private Reply positioned(Reply reply, long position) {
        return new LogPosition(answering.epoch(), position).on(reply);
    }
}
