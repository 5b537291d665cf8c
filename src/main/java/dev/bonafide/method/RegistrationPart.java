package dev.bonafide.method;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
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
     * @param proven what a {@link Proven} of this method gave a short while ago; null for nothing.
     *     Nothing else is offered then
     */
    record Context(
            boolean browser,
            @Nullable String memory,
            String displayField,
            @Nullable String proven) {
        /** With nothing proven. */
        public Context(boolean browser, @Nullable String memory, String displayField) {
            this(browser, memory, displayField, null);
        }
    }

    /** Whether its first node is asked for together with the login name. */
    default boolean besideLoginName() {
        return false;
    }

    /**
     * Whether its nodes stand before everything else, also in a first step that asks for traits
     * alone: it brings traits along.
     */
    default boolean beforeTraits() {
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
     * @param proven what a {@link Proven} gave a short while ago; null for nothing
     */
    record Newcomer(
            IdentityId id,
            ObjectNode traits,
            List<String> identifiers,
            Instant now,
            @Nullable String memory,
            @Nullable String proven) {
        /** With nothing remembered or proven. */
        public Newcomer(IdentityId id, ObjectNode traits, List<String> identifiers, Instant now) {
            this(id, traits, identifiers, now, null, null);
        }
    }

    /**
     * Reads what somebody came back with who left by {@link Leave}; {@code memory} is what that
     * remembered. What is slow may be done here.
     */
    default Reading back(Map<String, String> answer, String memory, Instant now) {
        throw new IllegalStateException("nobody leaves by this method");
    }

    /** The traits that come with what was proven; what is typed goes before them. */
    default ObjectNode proposed(String proven) {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Binds what was proven to somebody who is there already, once they have shown that they are;
     * null where it can not be bound any more.
     */
    default @Nullable CredentialIntent link(String proven, IdentityId owner, Instant now) {
        throw new IllegalStateException("nothing is proven by this method before it is bound");
    }

    /**
     * What is said to somebody who proved this though its login identifiers are an account's
     * already: that they may log in there, and link it by that.
     */
    default Message linkOffer(String proven, String identifier, String loginUrl) {
        return Messages.identifierTaken();
    }

    /** What a submission turns out to be. */
    sealed interface Reading {}

    /** It breaks a rule of the method. */
    record Invalid(List<FieldProblem> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** The browser goes elsewhere and comes back to {@link #back}. */
    record Leave(Departure.Prepared departure) implements Reading {}

    /**
     * Somebody who is registered: goes on as a login.
     *
     * @param guess which is about somebody
     */
    record Registered(LoginPart.Guess guess) implements Reading {}

    /**
     * Something is proven that registers somebody once their traits are complete. The flow keeps it
     * sealed for ten minutes and reads the submission again, with it.
     */
    record Proven(String proven) implements Reading {}

    /** It is fine; {@code enrol} does the slow work. */
    record Valid(Supplier<Enrolment> enrol) implements Reading {}

    /** The new credential's events and what enrolling it proves. */
    record Enrolment(List<CredentialEvent> events, Evidence.Given given) {
        public Enrolment {
            events = List.copyOf(events);
        }
    }
}
