package dev.bonafide.method;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A method in the login flow: as first factor, as second, or as both. */
public interface LoginPart {
    /** Place of its nodes on the page; lower is earlier. */
    int rank();

    /** Whether its nodes stand before all fields, as they need none filled in. */
    default boolean beforeFields() {
        return false;
    }

    /** Whether it can serve a flow that asks for this level. */
    boolean serves(Aal requested);

    /** How guesses of it are throttled. */
    GuardPolicy guard();

    /**
     * What it remembers when a flow begins, and anew after a submission that came to nothing: a
     * challenge. Kept in the flow as it is, so never a secret, and gone with it; empty for nothing.
     * {@code context} has what it remembered before.
     */
    default Optional<String> remember(Context context, Instant now) {
        return Optional.empty();
    }

    /**
     * Whether what it remembers still serves; else it is remembered anew when the flow is shown.
     */
    default boolean lasts(String memory, Instant now) {
        return true;
    }

    /** Its nodes; none where it has nothing to offer in this flow. */
    List<Node> nodes(Context context);

    /**
     * What it shows where the identifier alone is asked for, beside the field for that; nothing by
     * default. What follows once it was typed are its {@link #nodes}, less their own field for it.
     */
    default List<Node> besideIdentifier(Context context) {
        return List.of();
    }

    /**
     * Whether somebody has what logs them in with it as a first factor. Asked only for those who
     * may know: everybody else is shown what anybody could have.
     */
    default boolean held(Person person) {
        return true;
    }

    /** Whether the submission is meant for it: by default, whether its {@code method} names it. */
    default boolean recognises(MethodId id, ObjectNode fields) {
        return fields.path("method").asString("").equals(id.value());
    }

    /** Reads a submission. Cheap: what is slow goes into {@link Guess#weigh}. */
    Reading read(ObjectNode fields, Context context, Instant now);

    /**
     * Reads what somebody came back with who left by {@link Leave}; {@code context} has what that
     * remembered. What is slow may be done here.
     */
    default Reading back(Map<String, String> answer, Context context, Instant now) {
        throw new IllegalStateException("nobody leaves by this method");
    }

    /**
     * In which flow.
     *
     * @param requested level that the flow asks for
     * @param refresh whether somebody logged in is asked to prove themselves anew
     * @param person whom the session that asks belongs to; null in an ordinary first-factor login
     * @param lifting in a flow for {@code AAL2}: the second factors worth offering to this session;
     *     others would not lift it
     * @param browser whether a browser shows the form; an API client otherwise
     * @param memory what {@link #remember} or the last {@link Show} gave; null for nothing
     */
    record Context(
            Aal requested,
            boolean refresh,
            @Nullable Person person,
            Set<Lineage> lifting,
            boolean browser,
            @Nullable String memory) {
        public Context {
            lifting = Set.copyOf(lifting);
        }

        /** Of an API client, with nothing remembered. */
        public Context(
                Aal requested, boolean refresh, @Nullable Person person, Set<Lineage> lifting) {
            this(requested, refresh, person, lifting, false, null);
        }

        /** The same, of one method, which remembers this. */
        public Context remembering(@Nullable String text) {
            return new Context(requested, refresh, person, lifting, browser, text);
        }
    }

    /** What a submission turns out to be. */
    sealed interface Reading {}

    /** It can't be evaluated; nothing is counted. */
    record Invalid(List<FieldProblem> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }

        public static Invalid of(FieldProblem problem) {
            return new Invalid(List.of(problem));
        }
    }

    /**
     * A first step: nothing is proven or counted; the flow keeps this memory, says this, and {@link
     * #nodes} shows what follows from it.
     */
    record Show(String memory, Message says) implements Reading {}

    /** The browser goes elsewhere and comes back to {@link #back}. */
    record Leave(Departure.Prepared departure) implements Reading {}

    /**
     * Nobody here yet, but proven to be somebody: goes on as a registration.
     *
     * @param proven what the method's {@link RegistrationPart} understands
     */
    record Unregistered(String proven) implements Reading {}

    /**
     * A guess, about somebody or about nobody.
     *
     * @param subject about whom; null where the identifier is nobody's
     * @param identifierHash HMAC of the identifier that was typed, under which guesses about nobody
     *     are counted; null for second factors
     * @param weigh does the slow work (hashing), the same whether there is a subject or not; runs
     *     outside any unit of work, only if the guard lets it
     * @param wrong what to say if there is no subject
     */
    record Guess(
            @Nullable Person subject,
            @Nullable String identifierHash,
            Supplier<Evidence> weigh,
            FieldProblem wrong)
            implements Reading {}
}
