package dev.bonafide.flow.registration;

import dev.bonafide.flow.Arrived;
import dev.bonafide.flow.Flow;
import dev.bonafide.flow.FlowMemory;
import dev.bonafide.flow.IntoLogin;
import dev.bonafide.flow.Journeys;
import dev.bonafide.flow.Outcome;
import dev.bonafide.flow.Traits;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Refused;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Messages;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.RegistrationPart.Newcomer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody's first credential: read, and, where what it needs is proven and the traits are
 * complete, registered.
 */
final class RegistrationCredential {
    private final RegistrationFlows registrations;
    private final RegistrationAnswers answers;
    private final RegistrationSuccess success;
    private final Traits traits;
    private final Ways ways;

    RegistrationCredential(
            RegistrationFlows registrations,
            RegistrationAnswers answers,
            RegistrationSuccess success,
            Traits traits,
            Ways ways) {
        this.registrations = registrations;
        this.answers = answers;
        this.success = success;
        this.traits = traits;
        this.ways = ways;
    }

    /**
     * Ways out of a registration flow.
     *
     * @param login asked for late, since it leads back to registrations
     */
    record Ways(Journeys journeys, Supplier<IntoLogin> login, RegistrationOver over, Clock clock) {}

    Outcome submitted(Chosen chosen, ObjectNode fields, ObjectNode typed) {
        return proving(chosen, fields, typed, proven(chosen));
    }

    /** Somebody came back who had left by the method. */
    Outcome back(Chosen chosen, Arrived arrived) {
        ObjectNode typed = registrations.typed(chosen.flow());
        RegistrationPart.Reading reading =
                chosen.part().back(arrived.answer(), arrived.memory(), ways.clock().now());
        return read(chosen, reading, typed.objectNode(), newcomer(chosen, typed, null));
    }

    /** With what was proven in another flow. */
    Outcome proven(Chosen chosen, String proven) {
        ObjectNode typed = registrations.typed(chosen.flow());
        var reading = new RegistrationPart.Proven(proven);
        return read(chosen, reading, typed.objectNode(), newcomer(chosen, typed, null));
    }

    private @Nullable String proven(Chosen chosen) {
        return registrations.proven().of(chosen.flow(), chosen.method().id());
    }

    /** What was typed goes before what comes with the proof. */
    private Outcome proving(
            Chosen chosen, ObjectNode fields, ObjectNode typed, @Nullable String proven) {
        ObjectNode whole =
                proven == null ? typed : Merge.over(chosen.part().proposed(proven), typed);
        Newcomer newcomer = newcomer(chosen, whole, proven);
        return read(chosen, chosen.part().read(fields, newcomer), fields, newcomer);
    }

    private Outcome read(
            Chosen chosen, RegistrationPart.Reading reading, ObjectNode fields, Newcomer newcomer) {
        ObjectNode typed = newcomer.traits();
        return switch (reading) {
            case RegistrationPart.Leave leave -> {
                Flow left = answers.changed(chosen.flow(), flow -> flow, typed);
                FieldProblem kept =
                        ways.journeys().leave(left, chosen.method().id(), leave.departure());
                yield answers.told(chosen, List.of(kept), typed);
            }
            case RegistrationPart.Registered somebody ->
                    ways.login()
                            .get()
                            .login(
                                    chosen.visit(),
                                    chosen.flow(),
                                    chosen.method(),
                                    somebody.guess());
            case RegistrationPart.Proven somebody -> keeping(chosen, fields, typed, somebody);
            case RegistrationPart.Invalid invalid ->
                    answers.told(chosen, problems(typed, invalid.problems()), typed);
            case RegistrationPart.Valid valid -> valid(chosen, newcomer, valid);
        };
    }

    private Outcome keeping(
            Chosen chosen, ObjectNode fields, ObjectNode typed, RegistrationPart.Proven somebody) {
        Flow kept =
                answers.changed(
                        chosen.flow(),
                        flow ->
                                registrations
                                        .proven()
                                        .keep(flow, chosen.method().id(), somebody.proven()),
                        typed);
        return proving(chosen.in(kept), fields, typed, somebody.proven());
    }

    private Outcome valid(Chosen chosen, Newcomer newcomer, RegistrationPart.Valid valid) {
        List<FieldProblem> problems = problems(newcomer.traits(), List.of());
        return problems.isEmpty()
                ? registered(chosen, newcomer, valid)
                : answers.told(chosen, problems, newcomer.traits());
    }

    /**
     * What is left empty is told at once; whether the rest is good enough only once the traits are,
     * since that may depend on them.
     */
    private List<FieldProblem> problems(ObjectNode typed, List<FieldProblem> more) {
        List<FieldProblem> problems = traits.problems(typed);
        return Stream.concat(
                        problems.stream(),
                        more.stream().filter(each -> problems.isEmpty() || missing(each)))
                .toList();
    }

    private static boolean missing(FieldProblem problem) {
        return problem.message().id() == Messages.missing("").id();
    }

    private Newcomer newcomer(Chosen chosen, ObjectNode typed, @Nullable String proven) {
        return new Newcomer(
                chosen.identity(),
                typed,
                traits.identifiers(chosen.method().id(), typed),
                ways.clock().now(),
                FlowMemory.noted(chosen.flow(), chosen.method().id().value()),
                proven);
    }

    private Outcome registered(Chosen chosen, Newcomer newcomer, RegistrationPart.Valid valid) {
        try {
            return success.register(chosen, newcomer, valid);
        } catch (Refused refused) {
            return switch (refused.code()) {
                case "identifier.taken" -> taken(chosen, newcomer);
                case "flow.used" -> {
                    ways.over().requireLive(chosen.visit(), chosen.flow());
                    throw refused;
                }
                default -> throw refused;
            };
        }
    }

    /** An identifier alone never links: its owner is asked to log in (OI-07). */
    private Outcome taken(Chosen chosen, Newcomer newcomer) {
        String proven = newcomer.proven();
        return traits.taken(newcomer.traits())
                .filter(taken -> proven != null)
                .map(taken ->
                        new IntoLogin.Offer(
                                chosen.method(),
                                java.util.Objects.requireNonNull(proven),
                                taken.owner(),
                                taken.identifier()))
                .map(offer -> ways.login().get().offer(chosen.visit(), chosen.flow(), offer))
                .orElseGet(() ->
                        answers.told(
                                chosen,
                                List.of(FieldProblem.global(Messages.identifierTaken())),
                                newcomer.traits()));
    }
}
