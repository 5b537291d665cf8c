package dev.bonafide.flow.registration;

import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Outcome.Told;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Shows the form again, with what was typed and what is to be said about it. */
final class RegistrationAnswers {
    private final Flows flows;
    private final RegistrationFlows registrations;

    RegistrationAnswers(Flows flows, RegistrationFlows registrations) {
        this.flows = flows;
        this.registrations = registrations;
    }

    Told told(Chosen chosen, List<FieldProblem> problems, ObjectNode typed) {
        return shown(
                chosen.flow(),
                kept ->
                        registrations
                                .renewed(kept, chosen.method(), chosen.part())
                                .saying(chosen.method().id().value(), problems),
                typed);
    }

    Told refuse(Flow flow, Message message) {
        return shown(flow, kept -> kept.saying(null, message), null);
    }

    /** {@code typed}: null for nothing to be shown again. */
    Told shown(Flow flow, UnaryOperator<Flow> change, @Nullable ObjectNode typed) {
        Flow told = changed(flow, change, typed);
        return Told.of(400, told, csrf -> registrations.view(told, csrf));
    }

    /** The flow, changed and remembering what was typed. */
    Flow changed(Flow flow, UnaryOperator<Flow> change, @Nullable ObjectNode typed) {
        return flows.update(
                flow,
                kept -> {
                    Flow next = change.apply(kept);
                    return typed == null ? next : registrations.typed(next, typed);
                });
    }
}
