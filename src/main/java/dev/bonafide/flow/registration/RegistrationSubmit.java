package dev.bonafide.flow.registration;

import dev.bonafide.flow.ApiRule;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowJson;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Submitted;
import dev.bonafide.flow.Traits;
import dev.bonafide.http.Call;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Folds;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.Use;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A submit to a registration flow: its first step, its second, or both at once. */
final class RegistrationSubmit {
    private final Flows flows;
    private final RegistrationFlows registrations;
    private final RegistrationSuccess success;
    private final Traits traits;
    private final State state;

    RegistrationSubmit(
            Flows flows,
            RegistrationFlows registrations,
            RegistrationSuccess success,
            Traits traits,
            State state) {
        this.flows = flows;
        this.registrations = registrations;
        this.success = success;
        this.traits = traits;
        this.state = state;
    }

    /** What is true now. */
    record State(Folds folds, Clock clock) {}

    Reply answer(Call call, Flow flow) {
        ObjectNode fields = call.body();
        requireLive(flow);
        Optional<Message> broken = ApiRule.broken(call);
        if (broken.isPresent()) {
            return refuse(flow, null, broken.get());
        }
        if (Submitted.text(fields, "screen").equals("previous")) {
            return shown(
                    flow,
                    kept ->
                            kept.remembering(RegistrationFlows.PROFILE, null)
                                    .saying(null, List.of()),
                    null);
        }
        if (Submitted.text(fields, "method").equals(RegistrationFlows.PROFILE)) {
            return firstStep(flow, Submitted.traits(fields));
        }
        return credential(call, flow, fields);
    }

    private void requireLive(Flow flow) {
        boolean used = state.folds().read(Use.FOLD, Use.stream(flow.flowId())).state();
        if (used || flow.expired(state.clock().now())) {
            Flow fresh = registrations.begin(flow.asked().requestUrl(), flow.asked().returnTo());
            throw FlowJson.over(flow, fresh, state.clock().now());
        }
    }

    private Reply firstStep(Flow flow, ObjectNode typed) {
        List<FieldProblem> problems = traits.problems(typed);
        if (!problems.isEmpty()) {
            return shown(flow, kept -> kept.saying(RegistrationFlows.PROFILE, problems), typed);
        }
        return shown(
                flow,
                kept ->
                        registrations
                                .keep(kept, typed)
                                .saying(RegistrationFlows.PROFILE, List.of()),
                typed);
    }

    private Reply credential(Call call, Flow flow, ObjectNode fields) {
        for (AuthenticationMethod method : registrations.methods()) {
            RegistrationPart part = method.registration().orElse(null);
            if (part != null && part.recognises(method.id(), fields)) {
                if (!method.enabled()) {
                    throw new Problem(
                            404,
                            "",
                            "The requested resource could not be found",
                            "The method " + method.id() + " is not enabled.");
                }
                return chosen(new Chosen(call, flow, method, part), fields);
            }
        }
        return refuse(flow, null, RegistrationMessages.noStrategy());
    }

    /** A submit and the method that it chose. */
    record Chosen(Call call, Flow flow, AuthenticationMethod method, RegistrationPart part) {
        IdentityId identity() {
            return new IdentityId(Objects.requireNonNull(flow.bound().identity()));
        }
    }

    private Reply chosen(Chosen chosen, ObjectNode fields) {
        ObjectNode typed =
                fields.has("traits")
                        ? Submitted.traits(fields)
                        : registrations
                                .waiting(chosen.flow())
                                .orElseGet(() -> Submitted.traits(fields));
        var newcomer =
                new RegistrationPart.Newcomer(
                        chosen.identity(),
                        typed,
                        traits.identifiers(chosen.method().id(), typed),
                        state.clock().now());
        List<FieldProblem> problems = new java.util.ArrayList<>(traits.problems(typed));
        return switch (chosen.part().read(fields, newcomer)) {
            case RegistrationPart.Invalid invalid -> {
                problems.addAll(invalid.problems());
                yield told(chosen, problems, typed);
            }
            case RegistrationPart.Valid valid when problems.isEmpty() ->
                    registered(chosen, newcomer, valid);
            case RegistrationPart.Valid valid -> told(chosen, problems, typed);
        };
    }

    private Reply registered(
            Chosen chosen, RegistrationPart.Newcomer newcomer, RegistrationPart.Valid valid) {
        try {
            return success.register(chosen, newcomer, valid);
        } catch (Refused refused) {
            return switch (refused.code()) {
                case "identifier.taken" ->
                        told(
                                chosen,
                                List.of(FieldProblem.global(Messages.identifierTaken())),
                                newcomer.traits());
                case "flow.used" -> {
                    requireLive(chosen.flow());
                    throw refused;
                }
                default -> throw refused;
            };
        }
    }

    private Reply told(Chosen chosen, List<FieldProblem> problems, ObjectNode typed) {
        return shown(
                chosen.flow(), kept -> kept.saying(chosen.method().id().value(), problems), typed);
    }

    private Reply refuse(Flow flow, @Nullable String method, Message message) {
        return shown(flow, kept -> kept.saying(method, message), null);
    }

    private Reply shown(
            Flow flow, java.util.function.UnaryOperator<Flow> change, @Nullable ObjectNode typed) {
        return Reply.json(400, registrations.json(flows.update(flow, change), typed));
    }
}
