package dev.bonafide.method;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** A method in the registration flow: the first credential of somebody new. */
public interface RegistrationPart {
    int rank();

    /** Its own nodes; those of the traits are the flow's. */
    List<Node> nodes();

    /** Whether its first node is asked for together with the login name. */
    default boolean besideLoginName() {
        return false;
    }

    default boolean recognises(MethodId id, ObjectNode fields) {
        return fields.path("method").asString("").equals(id.value());
    }

    Reading read(ObjectNode fields, Newcomer newcomer);

    /**
     * Who registers.
     *
     * @param identifiers the login identifiers, normalised, that the schema gives for this method
     */
    record Newcomer(IdentityId id, ObjectNode traits, List<String> identifiers, Instant now) {}

    /** What a submission turns out to be. */
    sealed interface Reading {}

    /** It breaks a rule of the method. */
    record Invalid(List<FieldProblem> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** It is fine; {@code enrol} does the slow work. */
    record Valid(Supplier<Enrolment> enrol) implements Reading {}

    /** The new credential's events and what enrolling it proves. */
    record Enrolment(List<CredentialEvent> events, Evidence.Given given) {
        public Enrolment {
            events = List.copyOf(events);
        }
    }
}
