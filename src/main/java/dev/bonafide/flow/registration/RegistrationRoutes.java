package dev.bonafide.flow.registration;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowJson;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.ReturnTo;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.Clock;
import java.util.List;

/** Addresses of registration flows (contract clause 4.1). */
final class RegistrationRoutes implements Routes {
    private final Flows flows;
    private final RegistrationFlows registrations;
    private final RegistrationSubmit submit;
    private final Caller caller;
    private final Policy policy;

    RegistrationRoutes(
            Flows flows,
            RegistrationFlows registrations,
            RegistrationSubmit submit,
            Caller caller,
            Policy policy) {
        this.flows = flows;
        this.registrations = registrations;
        this.submit = submit;
        this.caller = caller;
        this.policy = policy;
    }

    /** What decides at the beginning. */
    record Policy(Setting<FlowSettings> settings, ReturnTo returnTo, Clock clock) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/self-service/registration/api", this::begin),
                Route.open("GET", "/self-service/registration/flows", this::get),
                Route.open("POST", "/self-service/registration", this::submit));
    }

    private Reply begin(Call call) {
        requireEnabled();
        String returnTo = policy.returnTo().check(call.query("return_to").orElse(null));
        if (caller.session(call).isPresent()) {
            throw alreadyLoggedIn();
        }
        Flow flow = registrations.begin(call.url(), returnTo);
        return Reply.json(200, registrations.json(flow, null));
    }

    private Reply get(Call call) {
        requireEnabled();
        Flow flow =
                flows.find(Flow.Kind.REGISTRATION, Caller.flowId(call, "id"))
                        .orElseThrow(Problem::notFound);
        if (flow.expired(policy.clock().now())) {
            throw FlowJson.expired(policy.settings().get().link("self-service/registration/api"));
        }
        return Reply.json(200, registrations.json(flow, null));
    }

    private Reply submit(Call call) {
        requireEnabled();
        Flow flow =
                flows.find(Flow.Kind.REGISTRATION, Caller.flowId(call, "flow"))
                        .orElseThrow(Problem::notFound);
        if (caller.session(call).isPresent()) {
            throw alreadyLoggedIn();
        }
        return submit.answer(call, flow);
    }

    private void requireEnabled() {
        if (!policy.settings().get().registration().enabled()) {
            throw new Problem(
                    400,
                    "self_service_flow_disabled",
                    "registration is not allowed",
                    "Registration is not allowed because it was disabled.");
        }
    }

    private static Problem alreadyLoggedIn() {
        return new Problem(
                400,
                "session_already_available",
                "you are already logged in",
                "A valid session was detected and thus registration is not possible.");
    }
}
