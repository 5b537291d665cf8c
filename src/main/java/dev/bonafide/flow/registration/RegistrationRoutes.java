package dev.bonafide.flow.registration;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Answers;
import dev.bonafide.flow.Arrival;
import dev.bonafide.flow.Arrived;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.CrossSite;
import dev.bonafide.flow.Desk;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowProblems;
import dev.bonafide.flow.FlowReader;
import dev.bonafide.flow.FlowSettings;
import dev.bonafide.flow.FlowView;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.IntoRegistration;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Begun;
import dev.bonafide.flow.ReturnTo;
import dev.bonafide.flow.Visit;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.Clock;
import dev.bonafide.method.AuthenticationMethod;
import java.util.List;
import java.util.Objects;

/** Addresses of registration flows (contract clause 4.1). */
final class RegistrationRoutes implements Routes, FlowReader, Arrival, IntoRegistration {
    private final Flows flows;
    private final RegistrationFlows registrations;
    private final RegistrationSubmit submit;
    private final Desk desk;
    private final Policy policy;

    RegistrationRoutes(
            Flows flows,
            RegistrationFlows registrations,
            RegistrationSubmit submit,
            Desk desk,
            Policy policy) {
        this.flows = flows;
        this.registrations = registrations;
        this.submit = submit;
        this.desk = desk;
        this.policy = policy;
    }

    /** What decides at the beginning. */
    record Policy(Setting<FlowSettings> settings, ReturnTo returnTo, Clock clock) {}

    @Override
    public List<Route> routes() {
        Answers answers = desk.answers();
        return List.of(
                Route.open(
                        "GET",
                        "/self-service/registration/api",
                        call -> answers.api(call, this::begin)),
                Route.open(
                        "GET",
                        "/self-service/registration/browser",
                        call -> answers.browser(call, this::begin)),
                Route.open(
                        "GET",
                        "/self-service/registration/flows",
                        call -> Reply.json(200, read(call).json())),
                Route.open(
                        "POST",
                        "/self-service/registration",
                        call -> answers.inFlow(Flow.Kind.REGISTRATION, call, this::submit)));
    }

    private Outcome begin(Visit visit) {
        requireEnabled();
        Call call = visit.call();
        String returnTo = policy.returnTo().check(call.query("return_to").orElse(null));
        if (desk.caller().session(call).isPresent()) {
            String onwards = desk.destinations().after("registration", null);
            throw alreadyLoggedIn().leading(Objects.requireNonNullElse(returnTo, onwards));
        }
        Flow flow = registrations.begin(call.url(), returnTo, visit.browser());
        return new Begun(flow, csrf -> registrations.view(flow, csrf));
    }

    @Override
    public Flow.Kind kind() {
        return Flow.Kind.REGISTRATION;
    }

    @Override
    public FlowView read(Call call) {
        requireEnabled();
        Flow flow =
                flows.find(Flow.Kind.REGISTRATION, Caller.shownFlow(call))
                        .orElseThrow(Problem::notFound);
        Visit visit = desk.visits().of(call, flow);
        CrossSite.requireBrowserOf(visit, flow);
        if (flow.expired(policy.clock().now())) {
            throw FlowProblems.expired(flow, desk.destinations().init(flow));
        }
        return registrations.view(registrations.current(flow), visit.field());
    }

    private Outcome submit(Visit visit, Flow flow) {
        requireNewcomer(visit, flow);
        return submit.answer(visit, flow);
    }

    @Override
    public Outcome back(Visit visit, Flow flow, Arrived arrived) {
        requireNewcomer(visit, flow);
        return submit.back(visit, flow, arrived);
    }

    @Override
    public Outcome register(Visit visit, Flow login, AuthenticationMethod method, String proven) {
        requireEnabled();
        return submit.register(visit, login, method, proven);
    }

    private void requireNewcomer(Visit visit, Flow flow) {
        requireEnabled();
        if (desk.caller().session(visit.call()).isPresent()) {
            throw alreadyLoggedIn().leading(desk.destinations().after(flow, null));
        }
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
