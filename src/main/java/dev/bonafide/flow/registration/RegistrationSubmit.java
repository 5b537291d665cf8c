package dev.bonafide.flow.registration;

import dev.bonafide.flow.Arrived;
import dev.bonafide.flow.CrossSite;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Submitted;
import dev.bonafide.flow.Traits;
import dev.bonafide.flow.Visit;
import dev.bonafide.http.Problem;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.RegistrationPart;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A submit to a registration flow: its first step, its second, or both at once. */
final class RegistrationSubmit {
    private final RegistrationFlows registrations;
    private final RegistrationAnswers answers;
    private final RegistrationCredential credential;
    private final RegistrationOver over;
    private final Traits traits;

    RegistrationSubmit(
            RegistrationFlows registrations,
            RegistrationAnswers answers,
            RegistrationCredential credential,
            RegistrationOver over,
            Traits traits) {
        this.registrations = registrations;
        this.answers = answers;
        this.credential = credential;
        this.over = over;
        this.traits = traits;
    }

    Outcome answer(Visit visit, Flow flow) {
        ObjectNode fields = visit.call().body();
        over.requireLive(visit, flow);
        Optional<Message> broken = CrossSite.refused(visit, flow, fields);
        if (broken.isPresent()) {
            return answers.refuse(flow, broken.get());
        }
        return switch (RegistrationStep.of(fields, registrations.unified())) {
            case BACK -> stepBack(flow, fields);
            case FIRST -> firstStep(flow, Submitted.traits(fields));
            case SECOND -> credential(visit, flow, fields);
        };
    }

    private Outcome stepBack(Flow flow, ObjectNode fields) {
        return answers.shown(
                flow,
                kept -> kept.remembering(RegistrationFlows.PROFILE, null).saying(null, List.of()),
                fields.has("traits") ? Submitted.traits(fields) : null);
    }

    /** Somebody came back who had left by the method. */
    Outcome back(Visit visit, Flow flow, Arrived arrived) {
        over.requireLive(visit, flow);
        return credential.back(chosen(visit, flow, arrived.method()), arrived);
    }

    /** In a new flow, with what was proven in this login. */
    Outcome register(Visit visit, Flow login, AuthenticationMethod method, String proven) {
        Flow flow =
                registrations.begin(
                        login.asked().requestUrl(),
                        login.asked().returnTo(),
                        login.bound().browser());
        return credential.proven(chosen(visit, flow, method), proven);
    }

    private static Chosen chosen(Visit visit, Flow flow, AuthenticationMethod method) {
        RegistrationPart part = method.registration().orElse(null);
        if (part == null || !method.enabled()) {
            throw off(method);
        }
        return new Chosen(visit, flow, method, part);
    }

    private Outcome firstStep(Flow flow, ObjectNode typed) {
        List<FieldProblem> problems = traits.problems(typed);
        if (!problems.isEmpty()) {
            return answers.shown(
                    flow, kept -> kept.saying(RegistrationFlows.PROFILE, problems), typed);
        }
        return answers.shown(
                flow,
                kept ->
                        registrations
                                .keep(kept, typed)
                                .saying(RegistrationFlows.PROFILE, List.of()),
                typed);
    }

    private Outcome credential(Visit visit, Flow flow, ObjectNode fields) {
        for (AuthenticationMethod method : registrations.methods()) {
            RegistrationPart part = method.registration().orElse(null);
            if (part != null && part.recognises(method.id(), fields)) {
                return credential.submitted(
                        chosen(visit, flow, method), fields, typed(flow, fields));
            }
        }
        return unknown(flow, typed(flow, fields));
    }

    /** What is wrong with the traits is told first, as in Kratos. */
    private Outcome unknown(Flow flow, ObjectNode typed) {
        List<FieldProblem> problems = traits.problems(typed);
        return problems.isEmpty()
                ? answers.refuse(flow, RegistrationMessages.noStrategy())
                : answers.shown(flow, kept -> kept.saying(null, problems), typed);
    }

    /** The traits as sent, else as kept since the first step. */
    private ObjectNode typed(Flow flow, ObjectNode fields) {
        return fields.has("traits")
                ? Submitted.traits(fields)
                : registrations.waiting(flow).orElseGet(() -> Submitted.traits(fields));
    }

    private static Problem off(AuthenticationMethod method) {
        return new Problem(
                404,
                "",
                "The requested resource could not be found",
                "The method " + method.id() + " is not enabled.");
    }
}
