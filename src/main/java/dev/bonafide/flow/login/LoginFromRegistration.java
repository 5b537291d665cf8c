package dev.bonafide.flow.login;

import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.IntoLogin;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Told;
import dev.bonafide.flow.Visit;
import dev.bonafide.flow.login.LoginGuess.Chosen;
import dev.bonafide.flow.login.LoginSubmit.Submission;
import dev.bonafide.kernel.Aal;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.LoginPart;
import tools.jackson.databind.node.JsonNodeFactory;

/** Logins that begin where a registration finds out that somebody is registered. */
final class LoginFromRegistration implements IntoLogin {
    private final Flows flows;
    private final LoginFlows logins;
    private final LoginGuess guesses;
    private final LoginLink links;
    private final LoginOver over;

    LoginFromRegistration(
            Flows flows, LoginFlows logins, LoginGuess guesses, LoginLink links, LoginOver over) {
        this.flows = flows;
        this.logins = logins;
        this.guesses = guesses;
        this.links = links;
        this.over = over;
    }

    @Override
    public Outcome login(
            Visit visit, Flow registration, AuthenticationMethod method, LoginPart.Guess guess) {
        LoginPart part =
                method.login().orElseThrow(() -> LoginProblems.methodOff(method.id().value()));
        Submission submission =
                new Submission(
                        visit, begin(registration), JsonNodeFactory.instance.objectNode(), null);
        return guesses.guessed(new Chosen(submission, method, part), guess);
    }

    @Override
    public Outcome offer(Visit visit, Flow registration, Offer offer) {
        Flow flow = links.keep(begin(registration), offer);
        Flow told =
                flows.update(
                        flow, kept -> kept.saying(null, LoginLink.said(offer, over.form(flow))));
        return Told.of(400, told, csrf -> logins.view(told, csrf));
    }

    private Flow begin(Flow registration) {
        Flow.Asked asked = registration.asked();
        return logins.begin(
                new LoginFlows.Wanted(
                        asked.requestUrl(),
                        asked.returnTo(),
                        Aal.AAL1,
                        false,
                        registration.bound().browser()),
                null);
    }
}
