package dev.bonafide.flow.registration;

import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowProblems;
import dev.bonafide.flow.Visit;
import dev.bonafide.kernel.Clock;
import dev.bonafide.log.Folds;
import dev.bonafide.method.Message;
import dev.bonafide.method.Use;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is answered for a registration flow that is over. */
final class RegistrationOver {
    private final RegistrationFlows registrations;
    private final Folds folds;
    private final Destinations destinations;
    private final Clock clock;

    RegistrationOver(
            RegistrationFlows registrations, Folds folds, Destinations destinations, Clock clock) {
        this.registrations = registrations;
        this.folds = folds;
        this.destinations = destinations;
        this.clock = clock;
    }

    /**
     * After a second click the browser begins again, which leads on whoever is logged in by then.
     */
    void requireLive(Visit visit, Flow flow) {
        Instant now = clock.now();
        if (folds.read(Use.FOLD, Use.stream(flow.flowId())).state()) {
            Flow fresh = registrations.again(flow, browser(visit, flow), null);
            throw FlowProblems.over(flow, fresh, now)
                    .leading(destinations.beginning(flow.kind(), flow.asked().returnTo()));
        }
        if (flow.expired(now)) {
            Message said = RegistrationMessages.expired(flow.asked().expiresAt());
            Flow fresh = registrations.again(flow, browser(visit, flow), said);
            throw FlowProblems.over(flow, fresh, now).leading(destinations.form(fresh));
        }
    }

    private static @Nullable String browser(Visit visit, Flow flow) {
        return flow.ofBrowser()
                ? Objects.requireNonNullElse(visit.browser(), flow.bound().browser())
                : null;
    }
}
