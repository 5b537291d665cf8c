package dev.bonafide.flow.registration;

import dev.bonafide.flow.CrossSite;
import dev.bonafide.flow.Destinations;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.FlowProblems;
import dev.bonafide.flow.Flows;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Outcome.Told;
import dev.bonafide.flow.Submitted;
import dev.bonafide.flow.Traits;
import dev.bonafide.flow.Visit;
import dev.bonafide.http.Problem;
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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
    record State(Folds folds, Destinations destinations, Clock clock) {}

    Outcome answer(Visit visit, Flow flow) {
        ObjectNode fields = visit.call().body();
        requireLive(visit, flow);
        Optional<Message> broken = CrossSite.refused(visit, flow, fields);
        if (broken.isPresent()) {
            return refuse(flow, null, broken.get());
        }
        return switch (RegistrationStep.of(fields, registrations.unified())) {
            case BACK -> back(flow, fields);
            case FIRST -> firstStep(flow, Submitted.traits(fields));
            case SECOND -> credential(visit, flow, fields);
        };
    }

    private Outcome back(Flow flow, ObjectNode fields) {
        return shown(
                flow,
                kept -> kept.remembering(RegistrationFlows.PROFILE, null).saying(null, List.of()),
                fields.has("traits") ? Submitted.traits(fields) : null);
    }

    /**
     * After a second click the browser begins again, which leads on whoever is logged in by then.
     */
    private void requireLive(Visit visit, Flow flow) {
        Destinations to = state.destinations();
        Instant now = state.clock().now();
        if (state.folds().read(Use.FOLD, Use.stream(flow.flowId())).state()) {
            Flow fresh = registrations.again(flow, browser(visit, flow), null);
            throw FlowProblems.over(flow, fresh, now)
                    .leading(to.beginning(flow.kind(), flow.asked().returnTo()));
        }
        if (flow.expired(now)) {
            Message said = RegistrationMessages.expired(flow.asked().expiresAt());
            Flow fresh = registrations.again(flow, browser(visit, flow), said);
            throw FlowProblems.over(flow, fresh, now).leading(to.form(fresh));
        }
    }

    private static @Nullable String browser(Visit visit, Flow flow) {
        return flow.ofBrowser()
                ? Objects.requireNonNullElse(visit.browser(), flow.bound().browser())
                : null;
    }

    private Outcome firstStep(Flow flow, ObjectNode typed) {
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

    private Outcome credential(Visit visit, Flow flow, ObjectNode fields) {
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
                return chosen(new Chosen(visit, flow, method, part), fields);
            }
        }
        return unknown(flow, typed(flow, fields));
    }

    /** What is wrong with the traits is told first, as in Kratos. */
    private Outcome unknown(Flow flow, ObjectNode typed) {
        List<FieldProblem> problems = traits.problems(typed);
        return problems.isEmpty()
                ? refuse(flow, null, RegistrationMessages.noStrategy())
                : shown(flow, kept -> kept.saying(null, problems), typed);
    }

    /** The traits as sent, else as kept since the first step. */
    private ObjectNode typed(Flow flow, ObjectNode fields) {
        return fields.has("traits")
                ? Submitted.traits(fields)
                : registrations.waiting(flow).orElseGet(() -> Submitted.traits(fields));
    }

    /** A submit and the method that it chose. */
    record Chosen(Visit visit, Flow flow, AuthenticationMethod method, RegistrationPart part) {
        IdentityId identity() {
            return new IdentityId(Objects.requireNonNull(flow.bound().identity()));
        }
    }

    private Outcome chosen(Chosen chosen, ObjectNode fields) {
        ObjectNode typed = typed(chosen.flow(), fields);
        var newcomer =
                new RegistrationPart.Newcomer(
                        chosen.identity(),
                        typed,
                        traits.identifiers(chosen.method().id(), typed),
                        state.clock().now(),
                        FlowMemory.noted(chosen.flow(), chosen.method().id().value()));
        List<FieldProblem> problems = traits.problems(typed);
        return switch (chosen.part().read(fields, newcomer)) {
            case RegistrationPart.Invalid invalid ->
                    told(chosen, both(problems, invalid.problems()), typed);
            case RegistrationPart.Valid valid when problems.isEmpty() ->
                    registered(chosen, newcomer, valid);
            case RegistrationPart.Valid valid -> told(chosen, problems, typed);
        };
    }

    /**
     * What is left empty is told at once; whether the rest is good enough only once the traits are,
     * since that may depend on them.
     */
    private static List<FieldProblem> both(List<FieldProblem> traits, List<FieldProblem> own) {
        return Stream.concat(
                        traits.stream(),
                        own.stream().filter(each -> traits.isEmpty() || missing(each)))
                .toList();
    }

    private static boolean missing(FieldProblem problem) {
        return problem.message().id() == Messages.missing("").id();
    }

    private Outcome registered(
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
                    requireLive(chosen.visit(), chosen.flow());
                    throw refused;
                }
                default -> throw refused;
            };
        }
    }

    private Outcome told(Chosen chosen, List<FieldProblem> problems, ObjectNode typed) {
        return shown(
                chosen.flow(),
                kept ->
                        registrations
                                .renewed(kept, chosen.method(), chosen.part())
                                .saying(chosen.method().id().value(), problems),
                typed);
    }

    private Outcome refuse(Flow flow, @Nullable String method, Message message) {
        return shown(flow, kept -> kept.saying(method, message), null);
    }

    private Outcome shown(
            Flow flow, java.util.function.UnaryOperator<Flow> change, @Nullable ObjectNode typed) {
        Flow told =
                flows.update(
                        flow,
                        kept -> {
                            Flow next = change.apply(kept);
                            return typed == null ? next : registrations.typed(next, typed);
                        });
        return Told.of(400, told, csrf -> registrations.view(told, csrf));
    }
}
