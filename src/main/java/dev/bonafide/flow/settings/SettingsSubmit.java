package dev.bonafide.flow.settings;

import dev.bonafide.flow.ApiRule;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Submitted;
import dev.bonafide.http.Call;
import dev.bonafide.http.Reply;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Clock;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.SettingsPart;
import dev.bonafide.session.Presented;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * A submit to a settings flow that its caller may use: which form it belongs to, and what becomes
 * of it.
 */
final class SettingsSubmit {
    private final Flows flows;
    private final SettingsFlows settingsFlows;
    private final SettingsChange change;
    private final Clock clock;

    SettingsSubmit(Flows flows, SettingsFlows settingsFlows, SettingsChange change, Clock clock) {
        this.flows = flows;
        this.settingsFlows = settingsFlows;
        this.change = change;
        this.clock = clock;
    }

    /** One submit and whose it is. */
    record Submission(Call call, Flow flow, ObjectNode fields, Presented session, Person person) {}

    Reply answer(Submission submission) {
        Optional<Message> broken = ApiRule.broken(submission.call());
        if (broken.isPresent()) {
            return told(submission, null, List.of(FieldProblem.global(broken.get())));
        }
        if (Submitted.text(submission.fields(), "method").equals(SettingsFlows.PROFILE)) {
            return profile(submission);
        }
        for (AuthenticationMethod method : settingsFlows.methods()) {
            SettingsPart part = method.settings().orElseThrow();
            if (part.recognises(method.id(), submission.fields())) {
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

    private Reply chosen(Submission submission, AuthenticationMethod method, SettingsPart part) {
        SettingsPart.Context context =
                settingsFlows.context(
                        submission.flow(),
                        method,
                        submission.person(),
                        submission.session().session());
        return switch (part.read(submission.fields(), context, clock.now())) {
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
                yield outcome(submission, method, change.credential(submission, wanted));
            }
        };
    }

    private Reply profile(Submission submission) {
        if (!settingsFlows.profileOn()) {
            throw SettingsProblems.methodOff(SettingsFlows.PROFILE);
        }
        List<FieldProblem> problems =
                change.profile(submission, Submitted.traits(submission.fields()));
        return problems.isEmpty()
                ? saved(submission, kept -> kept)
                : told(submission, SettingsFlows.PROFILE, problems);
    }

    private Reply outcome(
            Submission submission, AuthenticationMethod method, List<FieldProblem> problems) {
        return problems.isEmpty()
                ? saved(
                        submission,
                        kept -> settingsFlows.renewed(kept, method, change.person(submission)))
                : told(submission, method.id().value(), problems);
    }

    private Reply saved(Submission submission, UnaryOperator<Flow> next) {
        return change.positioned(
                submission,
                shown(
                        submission,
                        200,
                        kept ->
                                next.apply(kept)
                                        .in("success")
                                        .saying(null, dev.bonafide.method.Messages.saved())));
    }

    private Reply told(
            Submission submission,
            @org.jspecify.annotations.Nullable String method,
            List<FieldProblem> problems) {
        return shown(submission, 400, kept -> kept.in("show_form").saying(method, problems));
    }

    private Reply shown(Submission submission, int status, UnaryOperator<Flow> edit) {
        Flow flow = flows.update(submission.flow(), edit);
        return Reply.json(
                status,
                settingsFlows.json(
                        flow, change.person(submission), submission.session().session()));
    }
}
