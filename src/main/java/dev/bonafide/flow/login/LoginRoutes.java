package dev.bonafide.flow.login;

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
final class LoginRoutes implements Routes {
    private static final Set<String> TRUE = Set.of("1", "t", "true");

    private final Flows flows;
    private final LoginFlows logins;
    private final LoginSubmit submit;
    private final Caller caller;
    private final Policy policy;

    LoginRoutes(Flows flows, LoginFlows logins, LoginSubmit submit, Caller caller, Policy policy) {
        this.flows = flows;
        this.logins = logins;
        this.submit = submit;
        this.caller = caller;
        this.policy = policy;
    }

    /** What decides at the beginning. */
    record Policy(Setting<FlowSettings> settings, ReturnTo returnTo, Offers offers, Clock clock) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/self-service/login/api", this::begin),
                Route.open("GET", "/self-service/login/flows", this::get),
                Route.open("POST", "/self-service/login", submit::answer));
    }

    /** The order of checks is contract clause 2.3. */
    private Reply begin(Call call) {
        String returnTo = policy.returnTo().check(call.query("return_to").orElse(null));
        Aal asked = aal(call);
        Presented session = caller.session(call).orElse(null);
        boolean refresh = session != null && refresh(call);
        Aal requested = refresh && call.query("aal").isEmpty() ? stale(session) : asked;
        if (session == null && requested == Aal.AAL2) {
            throw LoginProblems.firstFactorRequired();
        }
        if (session != null && !refresh && session.standing().aal().atLeast(requested)) {
            throw LoginProblems.alreadyLoggedIn();
        }
        Flow flow =
                logins.begin(
                        new LoginFlows.Wanted(call.url(), returnTo, requested, refresh), session);
        return Reply.json(200, logins.json(flow, ""));
    }

    private Reply get(Call call) {
        Flow flow =
                flows.find(Flow.Kind.LOGIN, Caller.flowId(call, "id"))
                        .orElseThrow(Problem::notFound);
        if (flow.expired(policy.clock().now())) {
            throw FlowJson.expired(policy.settings().get().link("self-service/login/api"));
        }
        return Reply.json(200, logins.json(flow, ""));
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
