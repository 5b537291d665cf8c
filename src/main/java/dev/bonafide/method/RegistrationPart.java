package dev.bonafide.method;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A method in the registration flow: the first credential of somebody new. */
public interface RegistrationPart {
    int rank();

    /**
     * What it remembers when a flow begins: a challenge. Kept in the flow as it is, so never a
     * secret, and gone with it; empty for nothing.
     */
    default Optional<String> remember(Instant now) {
        return Optional.empty();
    }

    /**
     * Whether what it remembers still serves; else it is remembered anew when the flow is shown.
     */
    default boolean lasts(String memory, Instant now) {
        return true;
    }

    /** Its own nodes; those of the traits are the flow's. */
    List<Node> nodes(Context context);

    /**
     * In which flow.
     *
     * @param browser whether a browser shows the form; an API client otherwise
     * @param memory what {@link #remember} gave; null for nothing
     * @param displayField the input whose value names the person, {@code traits.name}; "" for none
     */
    record Context(boolean browser, @Nullable String memory, String displayField) {}

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
     * @param memory what {@link #remember} gave; null for nothing
     */
    record Newcomer(
            IdentityId id,
            ObjectNode traits,
            List<String> identifiers,
            Instant now,
            @Nullable String memory) {
        /** With nothing remembered. */
        public Newcomer(IdentityId id, ObjectNode traits, List<String> identifiers, Instant now) {
            this(id, traits, identifiers, now, null);
        }
    }

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
