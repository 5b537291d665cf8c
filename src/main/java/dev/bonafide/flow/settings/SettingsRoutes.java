package dev.bonafide.flow.settings;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Answers;
import dev.bonafide.flow.Arrival;
import dev.bonafide.flow.Arrived;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Desk;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowProblems;
import dev.bonafide.flow.FlowReader;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.FlowView;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Begun;
import dev.bonafide.flow.ReturnTo;
import dev.bonafide.flow.Visit;
import dev.bonafide.flow.settings.SettingsFlows.Viewer;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Clock;
import dev.bonafide.method.Message;
import dev.bonafide.session.AalCheck;
import dev.bonafide.session.Presented;
import dev.bonafide.session.RequiredAal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Addresses of settings flows, and who may use them (contract clause 3.1). */
final class SettingsRoutes implements Routes, FlowReader, Arrival {
    private final Flows flows;
    private final SettingsFlows settingsFlows;
    private final SettingsSubmit submit;
    private final Desk desk;
    private final Policy policy;

    SettingsRoutes(
            Flows flows,
            SettingsFlows settingsFlows,
            SettingsSubmit submit,
            Desk desk,
            Policy policy) {
        this.flows = flows;
        this.settingsFlows = settingsFlows;
        this.submit = submit;
        this.desk = desk;
        this.policy = policy;
    }

    /** What decides about access. */
    record Policy(Setting<FlowSettings> settings, Access access, Clock clock) {}

    /** Who may, and with which token they go on. */
    record Access(ReturnTo returnTo, AalCheck aal, Directory directory, SettingsTokens tokens) {}

    @Override
    public List<Route> routes() {
        String path = "/self-service/settings";
        Answers answers = desk.answers();
        return List.of(
                Route.open("GET", path + "/api", call -> answers.api(call, this::begin)),
                Route.open("GET", path + "/browser", call -> answers.browser(call, this::begin)),
                Route.open("GET", path + "/flows", call -> Reply.json(200, read(call).json())),
                Route.open("GET", path, call -> inFlow(call, submit::resume)),
                Route.open("POST", path, call -> inFlow(call, submit::answer)));
    }

    private Reply inFlow(Call call, Function<Submission, Outcome> work) {
        return desk.answers()
                .inFlow(
                        Flow.Kind.SETTINGS,
                        call,
                        (visit, flow) -> work.apply(submission(visit, flow, call.body())));
    }

    private Outcome begin(Visit visit) {
        Call call = visit.call();
        Presented session =
                desk.caller()
                        .session(call)
                        .orElseThrow(() -> backAfterLogin(SettingsProblems.noSession(), call));
        String asked = call.query("return_to").orElse(null);
        requireAal(session, asked == null ? null : call.url(), call.url());
        String returnTo = policy.access().returnTo().check(asked);
        Person person = person(session);
        Flow flow =
                settingsFlows.begin(
                        new SettingsFlows.Wanted(call.url(), returnTo, visit.browser(), null),
                        session,
                        person);
        Viewer viewer = new Viewer(person, session);
        return new Begun(flow, csrf -> settingsFlows.view(flow, viewer, csrf));
    }

    @Override
    public Flow.Kind kind() {
        return Flow.Kind.SETTINGS;
    }

    /** The session is the proof; there is no test of the CSRF cookie (contract clause 3.1). */
    @Override
    public FlowView read(Call call) {
        Presented session = desk.caller().session(call).orElseThrow(SettingsProblems::notLoggedIn);
        Flow flow =
                flows.find(Flow.Kind.SETTINGS, Caller.shownFlow(call))
                        .orElseThrow(Problem::notFound);
        requireOwn(flow, session);
        String page = desk.destinations().form(flow);
        requireAal(session, page, page);
        if (flow.expired(policy.clock().now())) {
            throw SettingsProblems.expired();
        }
        Viewer viewer = new Viewer(person(session), session);
        return settingsFlows.view(
                settingsFlows.current(flow, viewer), viewer, desk.visits().of(call, flow).field());
    }

    @Override
    public Outcome back(Visit visit, Flow flow, Arrived arrived) {
        return submit.back(submission(visit, flow, JsonNodeFactory.instance.objectNode()), arrived);
    }

    private Submission submission(Visit visit, Flow flow, ObjectNode fields) {
        Call call = visit.call();
        Presented session =
                desk.caller()
                        .session(call)
                        .orElseThrow(() -> backAfterLogin(SettingsProblems.notLoggedIn(), call));
        requireAal(session, call.url(), call.url());
        requireOwn(flow, session);
        requireLive(visit, flow, session);
        if (!session.newest()) {
            throw SettingsProblems.notLoggedIn().leading(desk.destinations().form(flow));
        }
        return new Submission(
                visit,
                flow,
                fields,
                session,
                person(session),
                policy.access().tokens().next(flow, session.session()));
    }

    private Problem backAfterLogin(Problem problem, Call call) {
        return problem.leading(desk.destinations().beginning(Flow.Kind.LOGIN, call.url()));
    }

    private static void requireOwn(Flow flow, Presented session) {
        if (!session.identity().value().equals(flow.bound().identity())) {
            throw SettingsProblems.foreign();
        }
    }

    /**
     * Whose level is too low is told where to go; {@code page}: where who sees pages comes back to.
     */
    private void requireAal(Presented session, @Nullable String returnTo, String page) {
        RequiredAal required = policy.settings().get().settings().requiredAal();
        if (!policy.access().aal().satisfied(required, session.standing())) {
            throw policy.access()
                    .aal()
                    .missing(returnTo)
                    .leading(desk.destinations().secondFactor(page));
        }
    }

    private void requireLive(Visit visit, Flow flow, Presented session) {
        Instant now = policy.clock().now();
        if (!flow.expired(now)) {
            return;
        }
        Message said = SettingsProblems.expired(flow.asked().expiresAt());
        Flow fresh =
                settingsFlows.begin(
                        new SettingsFlows.Wanted(
                                flow.asked().requestUrl(),
                                flow.asked().returnTo(),
                                flow.ofBrowser()
                                        ? Objects.requireNonNullElse(
                                                visit.browser(), flow.bound().browser())
                                        : null,
                                said),
                        session,
                        person(session));
        throw FlowProblems.over(flow, fresh, now).leading(desk.destinations().form(fresh));
    }

    private Person person(Presented session) {
        return policy.access()
                .directory()
                .byId(session.identity())
                .orElseThrow(SettingsProblems::notLoggedIn);
    }
}
