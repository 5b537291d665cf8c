package dev.bonafide.flow.login;

import dev.bonafide.flow.IntoRegistration;
import dev.bonafide.flow.Journeys;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.login.LoginGuess.Chosen;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import java.util.function.Supplier;

/**
 * Ways out of a login flow.
 *
 * @param registration asked for late, since it leads back to logins
 */
record LoginWays(Journeys journeys, LoginLink links, Supplier<IntoRegistration> registration) {
    /**
     * Elsewhere; returns what keeps somebody here.
     *
     * @throws dev.bonafide.http.Problem with which they go
     */
    FieldProblem leave(Chosen chosen, LoginPart.Leave leave) {
        return journeys.leave(chosen.submission().flow(), chosen.method().id(), leave.departure());
    }

    Outcome register(Chosen chosen, LoginPart.Unregistered somebody) {
        return registration
                .get()
                .register(
                        chosen.submission().visit(),
                        chosen.submission().flow(),
                        chosen.method(),
                        somebody.proven());
    }
}
