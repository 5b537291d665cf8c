package dev.bonafide.flow.login;

import dev.bonafide.flow.Arrived;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowProblems;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Told;
import dev.bonafide.flow.Visit;
import dev.bonafide.flow.login.LoginSubmit.Submission;
import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardDecisions;
import dev.bonafide.guard.GuardVerdict;
import dev.bonafide.guard.GuardWaits;
import dev.bonafide.guard.Nobody;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Folds;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.LoginPart.Context;
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
    private final LoginSuccess success;
    private final Judges judges;
    private final LoginWays ways;

    LoginGuess(
            Flows flows, LoginFlows logins, LoginSuccess success, Judges judges, LoginWays ways) {
        this.flows = flows;
        this.logins = logins;
        this.success = success;
        this.judges = judges;
        this.ways = ways;
    }

    /** What decides about a guess. */
    record Judges(Commands commands, Folds folds, Guarding guarding, LoginOver over, Clock clock) {}

    /** Who guards what is nobody's, and who counts what was not evaluated. */
    record Guarding(Nobody nobody, GuardWaits waits) {}

    /** A submission and the method that it chose. */
    record Chosen(Submission submission, AuthenticationMethod method, LoginPart part) {
        String name() {
            return method.id().value();
        }
    }

    Outcome answer(Submission submission, AuthenticationMethod method, LoginPart part) {
        Chosen chosen = new Chosen(submission, method, part);
        Context context = logins.context(submission.flow(), method);
        return read(chosen, part.read(submission.fields(), context, judges.clock().now()));
    }

    /** Somebody came back who had left by the method. */
    Outcome back(Chosen chosen, Arrived arrived) {
        Context context =
                logins.context(chosen.submission().flow(), chosen.method())
                        .remembering(arrived.memory());
        return read(chosen, chosen.part().back(arrived.answer(), context, judges.clock().now()));
    }

    private Outcome read(Chosen chosen, LoginPart.Reading reading) {
        return switch (reading) {
            case LoginPart.Leave leave -> told(chosen, List.of(ways.leave(chosen, leave)));
            case LoginPart.Unregistered somebody -> ways.register(chosen, somebody);
            case LoginPart.Invalid invalid -> told(chosen, invalid.problems());
            case LoginPart.Show show -> shown(chosen, show);
            case Guess guess -> guessed(chosen, guess);
        };
    }

    Outcome guessed(Chosen chosen, Guess guess) {
        Person somebody = guess.subject();
        return somebody == null
                ? aboutNobody(chosen, guess)
                : aboutSomebody(chosen, guess, somebody);
    }

    private Outcome aboutNobody(Chosen chosen, Guess guess) {
        Instant now = judges.clock().now();
        String hash = guess.identifierHash();
        if (hash == null) {
            return told(chosen, List.of(guess.wrong()));
        }
        if (judges.guarding().nobody().look(hash, now) instanceof GuardVerdict.Waiting waiting) {
            return waiting(chosen, waiting.until());
        }
        Evidence weighed = guess.weigh().get();
        FieldProblem problem =
                weighed.judge(null) instanceof Evidence.Rejected rejected
                        ? rejected.problem()
                        : guess.wrong();
        Instant retryAt = judges.guarding().nobody().failed(hash, chosen.part().guard(), now);
        return wrong(chosen, problem, retryAt);
    }

    private Outcome aboutSomebody(Chosen chosen, Guess guess, Person person) {
        Guessed guessed =
                new Guessed(
                        person.id(),
                        chosen.method().id(),
                        chosen.part().guard(),
                        success.lane(chosen.submission(), person.id()));
        Instant now = judges.clock().now();
        var guard =
                judges.folds().read(Guard.FOLD, Guard.stream(guessed.identity(), guessed.method()));
        return switch (GuardDecisions.look(guard.state(), guessed.lane(), now)) {
            case GuardVerdict.Waiting waiting -> waiting(chosen, waiting.until());
            case GuardVerdict.Disabled disabled -> disabled(chosen);
            case GuardVerdict.Free free -> evaluated(chosen, guess, guessed);
        };
    }

    private Outcome evaluated(Chosen chosen, Guess guess, Guessed guessed) {
        try {
            return judged(chosen, guess, guessed);
        } catch (Refused refused) {
            return refused(chosen, guess, refused);
        }
    }

    private Outcome judged(Chosen chosen, Guess guess, Guessed guessed) {
        Submission submission = chosen.submission();
        LoginTarget target = success.target(submission, guessed.identity());
        Evidence evidence =
                ways.links().ofOwner(submission.flow(), guessed.identity(), guess.weigh().get());
        CompleteAuthenticationMethod command =
                new CompleteAuthenticationMethod(
                        submission.flow().flowId(),
                        guessed,
                        target.onto(),
                        evidence,
                        judges.clock().now());
        var done = judges.commands().send(command, success.meta(submission, guessed.identity()));
        return switch (done.answer()) {
            case Completion.Completed completed -> {
                ways.links().bind(chosen, target, guessed.identity());
                yield success.outcome(chosen, target, done.position());
            }
            case Completion.Wrong wrong -> wrong(chosen, wrong.problem(), wrong.retryAt());
            case Completion.Waiting waiting -> waiting(chosen, waiting.until());
            case Completion.Disabled disabled -> disabled(chosen);
        };
    }

    private Outcome refused(Chosen chosen, Guess guess, Refused refused) {
        Submission submission = chosen.submission();
        return switch (refused.code()) {
            case "identity.disabled" ->
                    told(chosen, List.of(FieldProblem.global(LoginMessages.identityDisabled())));
            case "identity.unknown", "identity.erased" -> told(chosen, List.of(guess.wrong()));
            case "session.inactive" -> throw judges.over().sessionEnded(submission.flow());
            case "flow.used" -> {
                throw judges.over()
                        .used(submission.visit(), submission.flow(), submission.session());
            }
            default -> throw refused;
        };
    }

    private Outcome wrong(Chosen chosen, FieldProblem problem, @Nullable Instant retryAt) {
        Told told = told(chosen, List.of(problem));
        return retryAt == null ? told : retryAfter(told, retryAt);
    }

    private Outcome waiting(Chosen chosen, Instant until) {
        judges.guarding().waits().cameEarly(chosen.method().id());
        FieldProblem problem =
                FieldProblem.global(LoginMessages.waiting(judges.clock().now(), until));
        return retryAfter(told(chosen, List.of(problem)), until);
    }

    private Outcome disabled(Chosen chosen) {
        judges.guarding().waits().cameInVain(chosen.method().id());
        return told(chosen, List.of(FieldProblem.global(LoginMessages.methodDisabled())));
    }

    private Told retryAfter(Told told, Instant until) {
        long seconds = LoginMessages.seconds(judges.clock().now(), until);
        return told.with("Retry-After", Long.toString(seconds));
    }

    private Told told(Chosen chosen, List<FieldProblem> problems) {
        Submission submission = chosen.submission();
        Flow told =
                flows.update(
                        submission.flow(),
                        kept ->
                                logins.renewed(
                                                logins.typed(kept, submission.identifier()),
                                                chosen.method(),
                                                chosen.part())
                                        .saying(chosen.name(), problems));
        return Told.of(400, told, csrf -> logins.view(told, csrf));
    }

    /** A script can't go on by itself: what follows needs the page (contract clause 2.8). */
    private Outcome shown(Chosen chosen, LoginPart.Show show) {
        Flow told =
                flows.update(
                        chosen.submission().flow(),
                        kept ->
                                logins.remembering(
                                                logins.typed(
                                                        kept, chosen.submission().identifier()),
                                                chosen.name(),
                                                show.memory())
                                        .saying(chosen.name(), show.says()));
        if (chosen.submission().visit().client() == Visit.Client.AJAX) {
            throw FlowProblems.locationChange(judges.over().form(told));
        }
        return Told.of(400, told, csrf -> logins.view(told, csrf));
    }
}
