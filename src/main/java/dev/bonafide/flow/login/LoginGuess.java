package dev.bonafide.flow.login;

import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowJson;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.login.LoginSubmit.Submission;
import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardDecisions;
import dev.bonafide.guard.GuardVerdict;
import dev.bonafide.guard.Nobody;
import dev.bonafide.http.Reply;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Folds;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.LoginPart.Guess;
import dev.bonafide.method.MethodCommand.CompleteAuthenticationMethod;
import dev.bonafide.method.MethodCommand.Completion;
import dev.bonafide.method.MethodCommand.Guessed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One guess: the guard is asked before anything slow is done, then the method weighs it, then one
 * command judges it. Guesses about nobody take the same way and the same work, without an event.
 */
final class LoginGuess {
    private final Flows flows;
    private final LoginFlows logins;
    private final Caller caller;
    private final LoginSuccess success;
    private final Judges judges;

    LoginGuess(Flows flows, LoginFlows logins, Caller caller, LoginSuccess success, Judges judges) {
        this.flows = flows;
        this.logins = logins;
        this.caller = caller;
        this.success = success;
        this.judges = judges;
    }

    /** What decides about a guess. */
    record Judges(Commands commands, Folds folds, Nobody nobody, Clock clock) {}

    /** A submission and the method that it chose. */
    record Chosen(Submission submission, AuthenticationMethod method, LoginPart part) {
        String name() {
            return method.id().value();
        }
    }

    Reply answer(Submission submission, AuthenticationMethod method, LoginPart part) {
        Chosen chosen = new Chosen(submission, method, part);
        return switch (part.read(
                submission.fields(), logins.context(submission.flow()), judges.clock().now())) {
            case LoginPart.Invalid invalid -> told(chosen, invalid.problems());
            case Guess guess when guess.subject() != null ->
                    aboutSomebody(chosen, guess, guess.subject());
            case Guess guess -> aboutNobody(chosen, guess);
        };
    }

    private Reply aboutNobody(Chosen chosen, Guess guess) {
        Instant now = judges.clock().now();
        String hash = guess.identifierHash();
        if (hash == null) {
            return told(chosen, List.of(guess.wrong()));
        }
        if (judges.nobody().look(hash, now) instanceof GuardVerdict.Waiting waiting) {
            return waiting(chosen, waiting.until());
        }
        Evidence weighed = guess.weigh().get();
        FieldProblem problem =
                weighed.judge(null) instanceof Evidence.Rejected rejected
                        ? rejected.problem()
                        : guess.wrong();
        Instant retryAt = judges.nobody().failed(hash, chosen.part().guard(), now);
        return wrong(chosen, problem, retryAt);
    }

    private Reply aboutSomebody(Chosen chosen, Guess guess, Person person) {
        Guessed guessed =
                new Guessed(
                        person.id(),
                        chosen.method().id(),
                        chosen.part().guard(),
                        caller.lane(
                                chosen.submission().call(),
                                person.id(),
                                chosen.submission().flow().asked().requested()));
        Instant now = judges.clock().now();
        var guard =
                judges.folds().read(Guard.FOLD, Guard.stream(guessed.identity(), guessed.method()));
        return switch (GuardDecisions.look(guard.state(), guessed.lane(), now)) {
            case GuardVerdict.Waiting waiting -> waiting(chosen, waiting.until());
            case GuardVerdict.Disabled disabled -> disabled(chosen);
            case GuardVerdict.Free free -> evaluated(chosen, guess, guessed);
        };
    }

    private Reply evaluated(Chosen chosen, Guess guess, Guessed guessed) {
        try {
            return judged(chosen, guess, guessed);
        } catch (Refused refused) {
            return refused(chosen, guess, refused);
        }
    }

    private Reply judged(Chosen chosen, Guess guess, Guessed guessed) {
        Submission submission = chosen.submission();
        LoginTarget target = success.target(submission, guessed.identity());
        Evidence evidence = guess.weigh().get();
        CompleteAuthenticationMethod command =
                new CompleteAuthenticationMethod(
                        submission.flow().flowId(),
                        guessed,
                        target.onto(),
                        evidence,
                        judges.clock().now());
        var done = judges.commands().send(command, success.meta(submission, guessed.identity()));
        return switch (done.answer()) {
            case Completion.Completed completed ->
                    success.answer(submission, target, done.position());
            case Completion.Wrong wrong -> wrong(chosen, wrong.problem(), wrong.retryAt());
            case Completion.Waiting waiting -> waiting(chosen, waiting.until());
            case Completion.Disabled disabled -> disabled(chosen);
        };
    }

    private Reply refused(Chosen chosen, Guess guess, Refused refused) {
        Submission submission = chosen.submission();
        return switch (refused.code()) {
            case "identity.disabled" ->
                    told(chosen, List.of(FieldProblem.global(LoginMessages.identityDisabled())));
            case "identity.unknown", "identity.erased" -> told(chosen, List.of(guess.wrong()));
            case "session.inactive" -> throw LoginProblems.firstFactorRequired();
            case "flow.used" -> {
                Flow fresh = logins.again(submission.flow(), submission.session());
                throw FlowJson.over(submission.flow(), fresh, judges.clock().now());
            }
            default -> throw refused;
        };
    }

    private Reply wrong(Chosen chosen, FieldProblem problem, @Nullable Instant retryAt) {
        Reply reply = told(chosen, List.of(problem));
        return retryAt == null ? reply : retryAfter(reply, retryAt);
    }

    private Reply waiting(Chosen chosen, Instant until) {
        FieldProblem problem =
                FieldProblem.global(LoginMessages.waiting(judges.clock().now(), until));
        return retryAfter(told(chosen, List.of(problem)), until);
    }

    private Reply disabled(Chosen chosen) {
        return told(chosen, List.of(FieldProblem.global(LoginMessages.methodDisabled())));
    }

    private Reply retryAfter(Reply reply, Instant until) {
        long seconds = LoginMessages.seconds(judges.clock().now(), until);
        return reply.with("Retry-After", Long.toString(seconds));
    }

    private Reply told(Chosen chosen, List<FieldProblem> problems) {
        Submission submission = chosen.submission();
        Flow told = flows.update(submission.flow(), kept -> kept.saying(chosen.name(), problems));
        return Reply.json(400, logins.json(told, submission.identifier()));
    }
}
