package dev.bonafide.flow.login;

import dev.bonafide.flow.Arrival;
import dev.bonafide.flow.Arrived;
import dev.bonafide.flow.Caller;
import dev.bonafide.flow.CrossSite;
import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Told;
import dev.bonafide.flow.Visit;
import dev.bonafide.flow.login.LoginGuess.Chosen;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.log.Folds;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.Message;
import dev.bonafide.method.Use;
import dev.bonafide.session.Presented;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A submit to a login flow, in the order of checks of contract clause 2.7; the guess itself goes to
 * {@link LoginGuess}.
 */
final class LoginSubmit implements Arrival {
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

    /** What is true now, and where it leads. */
    record State(
            Folds folds,
            NameStep nameStep,
            LoginOver over,
            Destinations destinations,
            Clock clock) {}

    Outcome answer(Visit visit, Flow flow) {
        ObjectNode fields = visit.call().body();
        return passing(
                visit,
                flow,
                session -> {
                    Optional<Message> broken = CrossSite.refused(visit, flow, fields);
                    return broken.isPresent()
                            ? refuse(flow, broken.get())
                            : chosen(new Submission(visit, flow, fields, session));
                });
    }

    @Override
    public Flow.Kind kind() {
        return Flow.Kind.LOGIN;
    }

    @Override
    public Outcome back(Visit visit, Flow flow, Arrived arrived) {
        AuthenticationMethod method = arrived.method();
        LoginPart part = method.login().orElse(null);
        if (part == null || !method.enabled()) {
            throw LoginProblems.methodOff(method.id().value());
        }
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        return passing(
                visit,
                flow,
                session ->
                        guess.back(
                                new Chosen(
                                        new Submission(visit, flow, nothing, session),
                                        method,
                                        part),
                                arrived));
    }

    private Outcome passing(
            Visit visit, Flow flow, Function<@Nullable Presented, Outcome> onwards) {
        Presented session = caller.session(visit.call()).orElse(null);
        if (session == null && flow.asked().requested() == Aal.AAL2) {
            throw state.over().sessionEnded(flow);
        }
        if (session != null && flow.bound().identity() != null) {
            requireSameIdentity(flow, session);
        }
        if (session != null && !mayProve(flow, session)) {
            return refuse(flow, LoginMessages.alreadyLoggedIn())
                    .instead(state.destinations().after(flow, null));
        }
        requireLive(visit, flow, session);
        return onwards.apply(session);
    }

    /** One submit and whose it is. */
    record Submission(Visit visit, Flow flow, ObjectNode fields, @Nullable Presented session) {
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
    private void requireLive(Visit visit, Flow flow, @Nullable Presented session) {
        boolean used = state.folds().read(Use.FOLD, Use.stream(flow.flowId())).state();
        if (used) {
            throw state.over().used(visit, flow, session);
        }
        if (flow.expired(state.clock().now())) {
            throw state.over().expired(visit, flow, session);
        }
        if (flow.bound().session() != null
                && session != null
                && !flow.bound().isOf(session.session())) {
            throw state.over().foreign(visit, flow, session);
        }
    }

    private static void requireSameIdentity(Flow flow, Presented session) {
        if (!session.identity().equals(identity(flow))) {
            throw LoginProblems.foreignSession();
        }
    }

    private Outcome chosen(Submission submission) {
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
        return state.nameStep().recognises(submission)
                ? state.nameStep().answer(submission)
                : refuse(submission.flow(), LoginMessages.noStrategy());
    }

    /** Whoever is told this may not be who typed into the form before, so that is forgotten. */
    private Told refuse(Flow flow, Message message) {
        List<FieldProblem> says = List.of(FieldProblem.global(message));
        Flow told = flows.update(flow, kept -> logins.untyped(kept).saying(null, says));
        return Told.of(400, told, csrf -> logins.view(told, csrf));
    }

    private static IdentityId identity(Flow flow) {
        UUID id = flow.bound().identity();
        if (id == null) {
            throw new IllegalStateException("the flow belongs to nobody");
        }
        return new IdentityId(id);
    }
}
