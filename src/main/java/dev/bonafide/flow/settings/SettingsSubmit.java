package dev.bonafide.flow.settings;

import dev.bonafide.flow.Arrived;
import dev.bonafide.flow.CrossSite;
import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Journeys;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Finished;
import dev.bonafide.flow.Outcome.Next;
import dev.bonafide.flow.Outcome.Told;
import dev.bonafide.flow.Submitted;
import dev.bonafide.flow.settings.SettingsFlows.Viewer;
import dev.bonafide.http.Problem;
import dev.bonafide.kernel.Clock;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.SettingsPart;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A submit to a settings flow that its caller may use: which form it belongs to, and what becomes
 * of it.
 */
final class SettingsSubmit {
    private final Flows flows;
    private final SettingsFlows settingsFlows;
    private final SettingsChange change;
    private final Afterwards afterwards;
    private final Clock clock;

    SettingsSubmit(
            Flows flows,
            SettingsFlows settingsFlows,
            SettingsChange change,
            Afterwards afterwards,
            Clock clock) {
        this.flows = flows;
        this.settingsFlows = settingsFlows;
        this.change = change;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /** How a client goes on. */
    record Afterwards(
            SettingsTokens tokens,
            SettingsPause pause,
            Journeys journeys,
            Destinations destinations) {}

    Outcome answer(Submission submission) {
        Optional<Message> broken =
                CrossSite.refused(submission.visit(), submission.flow(), submission.fields());
        if (broken.isPresent()) {
            return told(submission, null, List.of(FieldProblem.global(broken.get())));
        }
        return pausing(submission);
    }

    /** Goes on with what a submit wanted before its holder was asked to prove themselves anew. */
    Outcome resume(Submission submission) {
        return afterwards
                .pause()
                .take(submission.flow(), submission.session().session())
                .map(fields -> pausing(with(submission, fields)))
                .orElseGet(() -> shown(submission, 200, kept -> kept));
    }

    private static Submission with(Submission submission, ObjectNode fields) {
        return new Submission(
                submission.visit(),
                submission.flow(),
                fields,
                submission.session(),
                submission.person(),
                submission.next());
    }

    /**
     * API clients submit again; browsers come back to what they wanted, or, after a second click
     * whose token the first one replaced, to the form.
     */
    private Outcome pausing(Submission submission) {
        Flow flow = submission.flow();
        try {
            return chosen(submission);
        } catch (Problem problem) {
            if (flow.ofBrowser() && SettingsProblems.asksForRefresh(problem)) {
                afterwards.pause().keep(flow, submission.session().session(), submission.fields());
            }
            throw problem.leads() == null && problem.status() == 401
                    ? problem.leading(afterwards.destinations().form(flow))
                    : problem;
        }
    }

    private Outcome chosen(Submission submission) {
        if (Submitted.text(submission.fields(), "method").equals(SettingsFlows.PROFILE)) {
            return profile(submission);
        }
        for (AuthenticationMethod method : settingsFlows.methods()) {
            SettingsPart part = method.settings().orElseThrow();
            if (SettingsFlows.serves(part, submission.flow())
                    && part.recognises(method.id(), submission.fields())) {
                if (!method.enabled()) {
                    throw SettingsProblems.methodOff(method.id().value());
                }
                return chosen(submission, method, part);
            }
        }
        Message none =
                Message.error(
                        4010004,
                        "Nothing to change was chosen, or it can't be changed in this flow.");
        return told(submission, null, List.of(FieldProblem.global(none)));
    }

    private Outcome chosen(Submission submission, AuthenticationMethod method, SettingsPart part) {
        SettingsPart.Context context =
                settingsFlows.context(
                        submission.flow(),
                        method,
                        submission.person(),
                        submission.session().session());
        boolean restores = part.restores(submission.fields());
        change.requireMoreThanRecovery(submission, restores);
        SettingsPart.Reading reading = part.read(submission.fields(), context, clock.now());
        return read(submission, method, reading, restores);
    }

    /** Somebody came back who had left by the method: the same session alone. */
    Outcome back(Submission submission, Arrived arrived) {
        AuthenticationMethod method = arrived.method();
        SettingsPart part = method.settings().orElse(null);
        if (part == null || !method.enabled()) {
            throw SettingsProblems.methodOff(method.id().value());
        }
        if (!submission.flow().bound().isOf(submission.session().session())) {
            throw SettingsProblems.foreign();
        }
        SettingsPart.Context context =
                new SettingsPart.Context(
                        submission.person(), arrived.memory(), submission.flow().ofBrowser());
        change.requireMoreThanRecovery(submission, false);
        SettingsPart.Reading reading = part.back(arrived.answer(), context, clock.now());
        return read(submission, method, reading, false);
    }

    private Outcome read(
            Submission submission,
            AuthenticationMethod method,
            SettingsPart.Reading reading,
            boolean restores) {
        return switch (reading) {
            case SettingsPart.Leave leave -> {
                change.requirePrivilege(submission, false);
                FieldProblem kept =
                        afterwards
                                .journeys()
                                .leave(submission.flow(), method.id(), leave.departure());
                yield told(submission, method.id().value(), List.of(kept));
            }
            case SettingsPart.Invalid invalid ->
                    told(submission, method.id().value(), invalid.problems());
            case SettingsPart.Show show -> {
                change.requirePrivilege(submission, false);
                yield shown(
                        submission,
                        200,
                        kept ->
                                settingsFlows
                                        .keep(kept, method, show.memory())
                                        .in("show_form")
                                        .saying(method.id().value(), List.of()));
            }
            case SettingsPart.Change wanted -> {
                change.requirePrivilege(submission, wanted.firstFactorToo());
                yield outcome(submission, method, change.credential(submission, wanted, restores));
            }
        };
    }

    private Outcome profile(Submission submission) {
        if (!settingsFlows.profileOn()) {
            throw SettingsProblems.methodOff(SettingsFlows.PROFILE);
        }
        change.requireMoreThanRecovery(submission, false);
        ObjectNode typed = Submitted.traits(submission.fields());
        List<FieldProblem> problems = change.profile(submission, typed);
        return problems.isEmpty()
                ? saved(submission, SettingsFlows.PROFILE, kept -> kept)
                : shown(submission, 400, kept -> mistyped(kept, typed, problems));
    }

    private Flow mistyped(Flow kept, ObjectNode typed, List<FieldProblem> problems) {
        return settingsFlows
                .typed(kept, typed)
                .in("show_form")
                .saying(SettingsFlows.PROFILE, problems);
    }

    private Outcome outcome(
            Submission submission, AuthenticationMethod method, List<FieldProblem> problems) {
        return problems.isEmpty()
                ? saved(
                        submission,
                        method.id().value(),
                        kept -> settingsFlows.renewed(kept, method, change.person(submission)))
                : told(submission, method.id().value(), problems);
    }

    private Outcome saved(Submission submission, String method, UnaryOperator<Flow> next) {
        Flow flow =
                flows.update(
                        submission.flow(),
                        kept ->
                                next.apply(kept)
                                        .in("success")
                                        .saying(null, dev.bonafide.method.Messages.saved()));
        Viewer viewer = new Viewer(change.person(submission), submission.session());
        return new Finished(
                csrf -> settingsFlows.view(flow, viewer, csrf).json(),
                afterwards.tokens().now(submission),
                new Next(afterwards.destinations().afterSettings(flow, method), false),
                change.position(submission));
    }

    private Outcome told(
            Submission submission, @Nullable String method, List<FieldProblem> problems) {
        return shown(submission, 400, kept -> kept.in("show_form").saying(method, problems));
    }

    private Outcome shown(Submission submission, int status, UnaryOperator<Flow> edit) {
        Flow flow = flows.update(submission.flow(), edit);
        Viewer viewer = new Viewer(change.person(submission), submission.session());
        return Told.of(status, flow, csrf -> settingsFlows.view(flow, viewer, csrf));
    }
}
