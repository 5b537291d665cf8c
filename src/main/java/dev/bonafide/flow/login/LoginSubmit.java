package dev.bonafide.flow.login;

import dev.bonafide.flow.ApiRule;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowJson;
import dev.bonafide.flow.Flows;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Clock;
import dev.bonafide.log.Folds;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.Message;
import dev.bonafide.method.Use;
import dev.bonafide.session.Presented;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A submit to a login flow, in the order of checks of contract clause 2.7; the guess itself goes to
 * {@link LoginGuess}.
 */
final class LoginSubmit {
    private final Flows flows;
    private final LoginFlows logins;
    private final Caller caller;
    private final LoginGuess guess;
    private final State state;

    LoginSubmit(Flows flows, LoginFlows logins, Caller caller, LoginGuess guess, State state) {
        this.flows = flows;
        this.logins = logins;
        this.caller = caller;
        this.guess = guess;
        this.state = state;
    }

    /** What is true now. */
    record State(Folds folds, Clock clock) {}

    Reply answer(Call call) {
        Flow flow =
                flows.find(Flow.Kind.LOGIN, Caller.flowId(call, "flow"))
                        .orElseThrow(Problem::notFound);
        ObjectNode fields = call.body();
        Presented session = caller.session(call).orElse(null);
        if (session == null && flow.asked().requested() == Aal.AAL2) {
            throw LoginProblems.firstFactorRequired();
        }
        if (session != null && !mayProve(flow, session)) {
            return refuse(flow, null, LoginMessages.alreadyLoggedIn());
        }
        requireLive(flow, session);
        Optional<Message> broken = ApiRule.broken(call);
        if (broken.isPresent()) {
            return refuse(flow, null, broken.get());
        }
        return chosen(new Submission(call, flow, fields, session));
    }

    /** One submit and whose it is. */
    record Submission(Call call, Flow flow, ObjectNode fields, @Nullable Presented session) {
        /** What was typed as identifier, to be shown again. */
        String identifier() {
            return fields.path("identifier").asString("");
        }
    }

    private static boolean mayProve(Flow flow, Presented session) {
        return flow.asked().refresh()
                || !session.standing().aal().atLeast(flow.asked().requested());
    }

    /** Neither used, nor expired, nor somebody else's. */
    private void requireLive(Flow flow, @Nullable Presented session) {
        Instant now = state.clock().now();
        boolean used = state.folds().read(Use.FOLD, Use.stream(flow.flowId())).state();
        if (session != null && flow.bound().identity() != null) {
            requireSameIdentity(flow, session);
        }
        boolean foreign =
                flow.bound().session() != null
                        && session != null
                        && !flow.bound().isOf(session.session());
        if (used || foreign || flow.expired(now)) {
            throw FlowJson.over(flow, logins.again(flow, session), now);
        }
    }

    private static void requireSameIdentity(Flow flow, Presented session) {
        if (!session.identity().equals(LoginFlows.identity(flow))) {
            throw LoginProblems.foreignSession();
        }
    }

    private Reply chosen(Submission submission) {
        for (AuthenticationMethod method : logins.methods()) {
            LoginPart part = method.login().orElse(null);
            if (part != null && part.recognises(method.id(), submission.fields())) {
                if (!method.enabled()) {
                    throw LoginProblems.methodOff(method.id().value());
                }
                if (part.serves(submission.flow().asked().requested())) {
                    return guess.answer(submission, method, part);
                }
            }
        }
        return refuse(submission.flow(), null, LoginMessages.noStrategy());
    }

    private Reply refuse(Flow flow, @Nullable String method, Message message) {
        List<FieldProblem> says = List.of(FieldProblem.global(message));
        Flow told = flows.update(flow, kept -> kept.saying(method, says));
        return Reply.json(400, logins.json(told, ""));
    }
}
