package dev.bonafide.flow.login;

import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowProblems;
import dev.bonafide.flow.Urls;
import dev.bonafide.flow.Visit;
import dev.bonafide.http.Problem;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Clock;
import dev.bonafide.session.Presented;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is answered for a login flow that is over: a fresh one of the same level. A second click,
 * the back button and a second tab end here, so whoever is logged in by now is led on instead.
 */
final class LoginOver {
    private final LoginFlows logins;
    private final Destinations destinations;
    private final Clock clock;

    LoginOver(LoginFlows logins, Destinations destinations, Clock clock) {
        this.logins = logins;
        this.destinations = destinations;
        this.clock = clock;
    }

    /** Its time is over. */
    Problem expired(Visit visit, Flow flow, @Nullable Presented session) {
        Flow fresh =
                logins.again(flow, session, browser(visit, flow), LoginMessages.expired(end(flow)));
        return problem(flow, fresh).leading(destinations.form(fresh));
    }

    /** It belongs to another session of the same identity. */
    Problem foreign(Visit visit, Flow flow, @Nullable Presented session) {
        Flow fresh = logins.again(flow, session, browser(visit, flow), null);
        return problem(flow, fresh).leading(destinations.form(fresh));
    }

    /**
     * It has led to a login. Where the browser has no session, its answer may be under way, so it
     * begins again: that leads on whoever has one by then.
     */
    Problem used(Visit visit, Flow flow, @Nullable Presented session) {
        Flow fresh = logins.again(flow, session, browser(visit, flow), null);
        String next = session == null ? beginning(flow) : destinations.after(flow, null);
        return problem(flow, fresh).leading(next);
    }

    /**
     * The session that it was for is over, or its token was replaced by a click before this one. A
     * browser begins with the first factor again, which leads on whoever needs none.
     */
    Problem sessionEnded(Flow flow) {
        return LoginProblems.firstFactorRequired()
                .leading(destinations.beginning(Flow.Kind.LOGIN, flow.asked().returnTo()));
    }

    /** Where a page shows it. */
    String form(Flow flow) {
        return destinations.form(flow);
    }

    private String beginning(Flow flow) {
        String init = destinations.beginning(Flow.Kind.LOGIN, flow.asked().returnTo());
        String refresh = flow.asked().refresh() ? "true" : null;
        String aal = flow.asked().requested() == Aal.AAL2 ? "aal2" : null;
        return Urls.with(Urls.with(init, "refresh", refresh), "aal", aal);
    }

    private Problem problem(Flow flow, Flow fresh) {
        return FlowProblems.over(flow, fresh, clock.now());
    }

    private static @Nullable String browser(Visit visit, Flow flow) {
        return flow.ofBrowser()
                ? Objects.requireNonNullElse(visit.browser(), flow.bound().browser())
                : null;
    }

    private static Instant end(Flow flow) {
        return flow.asked().expiresAt();
    }
}
