package dev.bonafide.flow;

import dev.bonafide.flow.Outcome.Begun;
import dev.bonafide.flow.Outcome.Bond;
import dev.bonafide.flow.Outcome.Ended;
import dev.bonafide.flow.Outcome.Finished;
import dev.bonafide.flow.Outcome.Issued;
import dev.bonafide.flow.Outcome.Told;
import dev.bonafide.http.Call;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.cookie.CsrfCookies;
import dev.bonafide.http.cookie.CsrfToken;
import dev.bonafide.http.cookie.DeviceCookies;
import dev.bonafide.http.cookie.SessionCookies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one place that turns what came of a request into the answer for its client: JSON for API
 * clients, without cookies; JSON and cookies for scripts; redirects and cookies for browsers that
 * show what they get (contract clauses 0.3, 0.4, 2.9).
 */
public final class Answers {
    private final Flows flows;
    private final Visits visits;
    private final Destinations destinations;
    private final Cookies cookies;
    private final ForwardedErrors errors;

    public Answers(
            Flows flows,
            Visits visits,
            Destinations destinations,
            Cookies cookies,
            ForwardedErrors errors) {
        this.flows = flows;
        this.visits = visits;
        this.destinations = destinations;
        this.cookies = cookies;
        this.errors = errors;
    }

    /** The cookies that answers carry, and the log's epoch. */
    public record Cookies(
            CsrfCookies csrf, SessionCookies session, DeviceCookies device, String epoch) {}

    /** To an API client. */
    public Reply api(Call call, Function<Visit, Outcome> work) {
        return answer(visits.api(call), work);
    }

    /** To a browser that begins something. */
    public Reply browser(Call call, Function<Visit, Outcome> work) {
        return answer(visits.beginning(call), work);
    }

    /** To the client of the flow that the {@code flow} parameter names. */
    public Reply inFlow(Flow.Kind kind, Call call, BiFunction<Visit, Flow, Outcome> work) {
        Optional<Flow> found;
        try {
            found = flows.find(kind, Caller.submittedFlow(call));
        } catch (Problem malformed) {
            return refused(visits.of(call, null), malformed);
        }
        Flow flow = found.orElse(null);
        return flow == null
                ? refused(visits.of(call, null), Problem.notFound())
                : answer(visits.of(call, flow), visit -> inFlow(visit, flow, work));
    }

    /** A page that shows that the form is out of date can offer another one like it. */
    private Outcome inFlow(Visit visit, Flow flow, BiFunction<Visit, Flow, Outcome> work) {
        try {
            return work.apply(visit, flow);
        } catch (Problem problem) {
            boolean stale = problem.id().equals(FlowProblems.CROSS_SITE);
            throw stale && visit.client() == Visit.Client.HTML
                    ? problem.detail("redirect_to", destinations.anew(flow))
                    : problem;
        }
    }

    /** To a client that is known already. */
    Reply to(Visit visit, Function<Visit, Outcome> work) {
        return answer(visit, work);
    }

    private Reply answer(Visit visit, Function<Visit, Outcome> work) {
        try {
            return switch (work.apply(visit)) {
                case Begun begun -> begun(visit, begun);
                case Told told -> told(visit, told);
                case Finished done -> at(done.position()).on(finished(visit, done));
                case Ended ended -> at(ended.position()).on(ended(visit, ended));
            };
        } catch (Problem problem) {
            return refused(visit, problem);
        }
    }

    private LogPosition at(long position) {
        return new LogPosition(cookies.epoch(), position);
    }

    private Reply begun(Visit visit, Begun begun) {
        Reply reply =
                switch (visit.client()) {
                    case API, AJAX -> Reply.json(200, begun.view().with(visit.field()).json());
                    case HTML -> Reply.seeOther(form(begun.flow()));
                };
        CsrfToken token = visit.csrf();
        if (token == null || cookies.csrf().presented(visit.call()).isPresent()) {
            return reply;
        }
        return reply.with("Set-Cookie", cookies.csrf().issue(token));
    }

    private Reply told(Visit visit, Told told) {
        Reply reply =
                switch (visit.client()) {
                    case API, AJAX ->
                            Reply.json(told.status(), told.view().with(visit.field()).json());
                    case HTML ->
                            Reply.seeOther(
                                    told.instead() == null ? form(told.flow()) : told.instead());
                };
        for (Reply.Header header : told.headers()) {
            reply = reply.with(header.name(), header.value());
        }
        return reply;
    }

    private Reply finished(Visit visit, Finished done) {
        return switch (visit.client()) {
            case API -> Reply.json(200, tokenFirst(done));
            case AJAX -> {
                Reply reply =
                        done.next().needed()
                                ? elsewhere(visit, done)
                                : Reply.json(200, leading(visit, done));
                yield handedOver(visit, reply, done.issued());
            }
            case HTML -> handedOver(visit, Reply.seeOther(done.next().url()), done.issued());
        };
    }

    private static Map<String, Object> tokenFirst(Finished done) {
        Map<String, Object> body = new LinkedHashMap<>();
        Issued issued = done.issued();
        if (issued != null && issued.bond() != Bond.SAME) {
            body.put("session_token", issued.token());
        }
        body.putAll(done.body().with(""));
        return body;
    }

    private static Map<String, Object> leading(Visit visit, Finished done) {
        Map<String, Object> body = new LinkedHashMap<>(done.body().with(visit.field()));
        Map<String, Object> next = new LinkedHashMap<>();
        next.put("action", "redirect_browser_to");
        next.put("redirect_browser_to", done.next().url());
        body.put("continue_with", List.of(next));
        return body;
    }

    /** An error that hands cookies over. */
    private static Reply elsewhere(Visit visit, Finished done) {
        Problem problem = FlowProblems.locationChange(done.next().url());
        return Reply.json(problem.status(), problem.object(visit.call().requestId()))
                .with("Ory-Error-Id", problem.id());
    }

    private Reply handedOver(Visit visit, Reply reply, @Nullable Issued issued) {
        if (issued == null) {
            return reply;
        }
        Reply more =
                reply.with(
                        "Set-Cookie", cookies.session().issue(issued.token(), issued.expiresAt()));
        return switch (issued.bond()) {
            case NEW ->
                    remembered(visit, more, issued)
                            .with("Set-Cookie", cookies.csrf().issue(cookies.csrf().fresh()));
            case PROVEN -> remembered(visit, more, issued);
            case SAME -> more;
        };
    }

    private Reply remembered(Visit visit, Reply reply, Issued issued) {
        return cookies.device()
                .remember(visit.call(), issued.identity())
                .map(line -> reply.with("Set-Cookie", line))
                .orElse(reply);
    }

    /** What the browser held is worth nothing any more, and its forms are not the next one's. */
    private Reply ended(Visit visit, Ended ended) {
        return switch (visit.client()) {
            case API -> Reply.empty(204);
            case AJAX -> forgotten(Reply.empty(204), ended);
            case HTML -> forgotten(Reply.seeOther(ended.url()), ended);
        };
    }

    private Reply forgotten(Reply reply, Ended ended) {
        Reply out =
                reply.with("Set-Cookie", cookies.session().gone())
                        .with("Set-Cookie", cookies.csrf().issue(cookies.csrf().fresh()));
        return ended.clears()
                ? out.with("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
                : out;
    }

    /** Scripts and API clients read the error itself; who sees pages is led on. */
    private Reply refused(Visit visit, Problem problem) {
        return switch (visit.client()) {
            case API, AJAX -> throw problem;
            case HTML -> {
                String leads = problem.leads();
                yield Reply.seeOther(leads == null ? page(problem) : leads);
            }
        };
    }

    private String page(Problem problem) {
        return destinations.error(errors.keep(problem).toString());
    }

    private String form(Flow flow) {
        return destinations.form(flow);
    }
}
