package dev.bonafide.flow.settings;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.ReturnTo;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Clock;
import dev.bonafide.session.AalCheck;
import dev.bonafide.session.Presented;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of settings flows, and who may use them (contract clause 3.1). */
final class SettingsRoutes implements Routes {
    private final Flows flows;
    private final SettingsFlows settingsFlows;
    private final SettingsSubmit submit;
    private final Caller caller;
    private final Policy policy;

    SettingsRoutes(
            Flows flows,
            SettingsFlows settingsFlows,
            SettingsSubmit submit,
            Caller caller,
            Policy policy) {
        this.flows = flows;
        this.settingsFlows = settingsFlows;
        this.submit = submit;
        this.caller = caller;
        this.policy = policy;
    }

    /** What decides about access. */
    record Policy(
            Setting<FlowSettings> settings,
            ReturnTo returnTo,
            AalCheck aal,
            Directory directory,
            Clock clock) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/self-service/settings/api", this::begin),
                Route.open("GET", "/self-service/settings/flows", this::get),
                Route.open("POST", "/self-service/settings", this::submit));
    }

    private Reply begin(Call call) {
        Presented session = caller.session(call).orElseThrow(SettingsProblems::noSession);
        requireAal(session, null);
        String returnTo = policy.returnTo().check(call.query("return_to").orElse(null));
        Person person = person(session);
        Flow flow = settingsFlows.begin(call.url(), returnTo, session, person);
        return Reply.json(200, settingsFlows.json(flow, person, session.session()));
    }

    private Reply get(Call call) {
        Presented session = caller.session(call).orElseThrow(SettingsProblems::notLoggedIn);
        Flow flow = flow(call, "id", session);
        requireAal(
                session,
                policy.settings().get().link("self-service/settings/flows?id=" + flow.id()));
        requireLive(flow);
        return Reply.json(200, settingsFlows.json(flow, person(session), session.session()));
    }

    private Reply submit(Call call) {
        Presented session = caller.session(call).orElseThrow(SettingsProblems::notLoggedIn);
        requireAal(session, call.url());
        Flow flow = flow(call, "flow", session);
        requireLive(flow);
        if (!session.newest()) {
            throw SettingsProblems.notLoggedIn();
        }
        return submit.answer(
                new SettingsSubmit.Submission(call, flow, call.body(), session, person(session)));
    }

    private Flow flow(Call call, String parameter, Presented session) {
        Flow flow =
                flows.find(Flow.Kind.SETTINGS, Caller.flowId(call, parameter))
                        .orElseThrow(Problem::notFound);
        if (!session.identity().value().equals(flow.bound().identity())) {
            throw SettingsProblems.foreign();
        }
        return flow;
    }

    private void requireAal(Presented session, @Nullable String returnTo) {
        policy.aal()
                .require(
                        policy.settings().get().settings().requiredAal(),
                        session.standing(),
                        returnTo);
    }

    private void requireLive(Flow flow) {
        if (flow.expired(policy.clock().now())) {
            throw SettingsProblems.expired();
        }
    }

    private Person person(Presented session) {
        return policy.directory()
                .byId(session.identity())
                .orElseThrow(SettingsProblems::notLoggedIn);
    }
}
