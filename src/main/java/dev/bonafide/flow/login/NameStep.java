package dev.bonafide.flow.login;

import dev.bonafide.flow.Caller;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Told;
import dev.bonafide.flow.Submitted;
import dev.bonafide.flow.login.LoginSubmit.Submission;
import dev.bonafide.http.Call;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.Person;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.FieldProblem;
import java.util.List;
import java.util.Optional;

/**
 * The first of two steps: an identifier alone. Nothing is proven, counted or told by it: everybody
 * is shown all methods, whether the identifier is somebody's or nobody's, and nobody is looked for.
 * Only a browser that its owner logged in with lately, which thus knows them already, is shown what
 * they have.
 */
final class NameStep {
    private final Flows flows;
    private final LoginFlows logins;
    private final NameFirst form;
    private final Caller caller;
    private final Directory directory;

    NameStep(Flows flows, LoginFlows logins, NameFirst form, Caller caller, Directory directory) {
        this.flows = flows;
        this.logins = logins;
        this.form = form;
        this.caller = caller;
        this.directory = directory;
    }

    /** Whether the submission is meant for it. */
    boolean recognises(Submission submission) {
        return form.asks(submission.flow())
                && Submitted.text(submission.fields(), "method").equals(NameFirst.ID);
    }

    Outcome answer(Submission submission) {
        String typed = submission.identifier();
        if (typed.isBlank()) {
            return told(submission, List.of(missing()), List.of());
        }
        return told(submission, List.of(), shown(submission, typed));
    }

    private static FieldProblem missing() {
        return FieldProblem.at(NameFirst.FIELD, LoginMessages.nameMissing());
    }

    private Outcome told(
            Submission submission, List<FieldProblem> says, List<AuthenticationMethod> shown) {
        String typed = submission.identifier();
        Flow told =
                flows.update(
                        submission.flow(),
                        kept -> {
                            Flow next =
                                    logins.typed(logins.untyped(kept), typed).saying(null, says);
                            return says.isEmpty() ? NameFirst.onwards(next, shown) : next;
                        });
        return Told.of(400, told, csrf -> logins.view(told, csrf));
    }

    /** None, which stands for all, where nothing may be told, and where nothing would be left. */
    private List<AuthenticationMethod> shown(Submission submission, String typed) {
        Call call = submission.visit().call();
        if (!caller.known(call)) {
            return List.of();
        }
        Optional<Person> owner =
                directory.byIdentifier(typed).filter(person -> caller.known(call, person.id()));
        return owner.map(person -> held(submission.flow(), person)).orElse(List.of());
    }

    private List<AuthenticationMethod> held(Flow flow, Person person) {
        return logins.offered(flow).stream()
                .filter(method -> LoginMethods.part(method).held(person))
                .toList();
    }
}
