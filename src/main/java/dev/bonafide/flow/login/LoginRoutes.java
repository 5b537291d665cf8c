package dev.bonafide.flow.login;

import dev.bonafide.config.Setting;
import dev.bonafide.flow.Answers;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.CrossSite;
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
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Clock;
import dev.bonafide.session.Offers;
import dev.bonafide.session.Presented;
import dev.bonafide.session.Privilege;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses of login flows (contract section 2). */
final class LoginRoutes implements Routes, FlowReader {
    private static final Set<String> TRUE = Set.of("1", "t", "true");

    private final Flows flows;
    private final LoginFlows logins;
    private final LoginSubmit submit;
    private final Desk desk;
    private final Policy policy;

    LoginRoutes(Flows flows, LoginFlows logins, LoginSubmit submit, Desk desk, Policy policy) {
        this.flows = flows;
        this.logins = logins;
        this.submit = submit;
        this.desk = desk;
        this.policy = policy;
    }

    /** What decides at the beginning. */
    record Policy(Setting<FlowSettings> settings, ReturnTo returnTo, Offers offers, Clock clock) {}

    @Override
    public List<Route> routes() {
        Answers answers = desk.answers();
        return List.of(
                Route.open(
                        "GET", "/self-service/login/api", call -> answers.api(call, this::begin)),
                Route.open(
                        "GET",
                        "/self-service/login/browser",
                        call -> answers.browser(call, this::begin)),
                Route.open(
                        "GET",
                        "/self-service/login/flows",
                        call -> Reply.json(200, read(call).json())),
                Route.open(
                        "POST",
                        "/self-service/login",
                        call -> answers.inFlow(Flow.Kind.LOGIN, call, submit::answer)));
    }

    /** The order of checks is contract clause 2.3. */
    private Outcome begin(Visit visit) {
        Call call = visit.call();
        String returnTo = policy.returnTo().check(call.query("return_to").orElse(null));
        Aal asked = aal(call);
        Presented session = desk.caller().session(call).orElse(null);
        boolean refresh = session != null && refresh(call);
        Aal requested = refresh && call.query("aal").isEmpty() ? stale(session) : asked;
        if (session == null && requested == Aal.AAL2) {
            throw LoginProblems.firstFactorRequired();
        }
        if (session != null && !refresh && session.standing().aal().atLeast(requested)) {
            throw LoginProblems.alreadyLoggedIn().leading(onwards(returnTo));
        }
        Flow flow =
                logins.begin(
                        new LoginFlows.Wanted(
                                call.url(), returnTo, requested, refresh, visit.browser()),
                        session);
        return new Begun(flow, csrf -> logins.view(flow, csrf));
    }

    private String onwards(@Nullable String returnTo) {
        return returnTo == null ? desk.destinations().after("login", null) : returnTo;
    }

    @Override
    public Flow.Kind kind() {
        return Flow.Kind.LOGIN;
    }

    @Override
    public FlowView read(Call call) {
        Flow flow =
                flows.find(Flow.Kind.LOGIN, Caller.shownFlow(call)).orElseThrow(Problem::notFound);
        Visit visit = desk.visits().of(call, flow);
        CrossSite.requireBrowserOf(visit, flow);
        if (flow.expired(policy.clock().now())) {
            throw FlowProblems.expired(flow, desk.destinations().init(flow));
        }
        return logins.view(logins.current(flow), visit.field());
    }

    /**
     * A client that only knows {@code refresh=true} is led to the second factor where that alone is
     * stale, so that it never loops.
     */
    private Aal stale(@Nullable Presented session) {
        if (session == null) {
            return Aal.AAL1;
        }
        var maxAge = policy.settings().get().settings().privilegedSessionMaxAge();
        var now = policy.clock().now();
        Privilege privilege =
                Privilege.of(
                        session.standing(), policy.offers().of(session.standing()), maxAge, now);
        boolean second = privilege instanceof Privilege.Missing(Aal missing) && missing == Aal.AAL2;
        return second && Privilege.freshFirst(session.standing(), maxAge, now)
                ? Aal.AAL2
                : Aal.AAL1;
    }

    private static Aal aal(Call call) {
        return switch (call.query("aal").orElse("aal1").toLowerCase(Locale.ROOT)) {
            case "aal1" -> Aal.AAL1;
            case "aal2" -> Aal.AAL2;
            default -> throw Problem.badRequest("The aal query parameter must be aal1 or aal2.");
        };
    }

    /** Garbage is false, as in Kratos. */
    private static boolean refresh(Call call) {
        return call.query("refresh")
                .filter(value -> TRUE.contains(value.toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
