package dev.bonafide.method;

import dev.bonafide.identity.Person;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A method in the settings flow: adding, replacing, removing its credentials. */
public interface SettingsPart {
    int rank();

    /**
     * What it remembers when a flow begins, such as a pending secret: sealed by the flow, bound to
     * flow and session, gone with them; empty for nothing.
     */
    Optional<String> begin(Person person);

    /** Whether what it remembers still serves; else it begins anew when the flow is shown. */
    default boolean lasts(String memory, Instant now) {
        return true;
    }

    List<Node> nodes(Context context);

    /** Whether its nodes show what was just asked for: those stand at the form's end. */
    default boolean answers(Context context) {
        return false;
    }

    /** Whether the submission is meant for it: its {@code method}, or a field that only it has. */
    boolean recognises(MethodId id, ObjectNode fields);

    Reading read(ObjectNode fields, Context context, Instant now);

    /** Whether flows of API clients have it; not what only a page can do. */
    default boolean servesApiClients() {
        return true;
    }

    /**
     * Whether a submission does no more than set a way to log in: all that a session may do that
     * has proven nothing but a recovery.
     */
    default boolean restores(ObjectNode fields) {
        return false;
    }

    /** The nodes for that. */
    default List<Node> restoring(Context context) {
        return List.of();
    }

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
     * @param memory what {@link #begin} or the last {@link Show} gave; null for nothing, also where
     *     the flow was begun by another session
     * @param browser whether a browser shows the form; an API client otherwise
     */
    record Context(Person person, @Nullable String memory, boolean browser) {
        /** Of an API client. */
        public Context(Person person, @Nullable String memory) {
            this(person, memory, false);
        }
    }

    /** What a submission turns out to be. All but {@link Invalid} need a privileged session. */
    sealed interface Reading {}

    /** It breaks a rule of the method. */
    record Invalid(List<FieldProblem> problems) implements Reading {
        public Invalid {
            problems = List.copyOf(problems);
        }

        public static Invalid of(FieldProblem problem) {
            return new Invalid(List.of(problem));
        }
    }

    /**
     * Shows something and waits for more, without changing anything: the flow keeps this memory,
     * and {@link #nodes} shows what follows from it.
     */
    record Show(String memory) implements Reading {}

    /** The browser goes elsewhere and comes back to {@link #back}. */
    record Leave(Departure.Prepared departure) implements Reading {}

    /**
     * A change.
     *
     * @param intent does the slow work (hashing), outside any unit of work
     * @param firstFactorToo whether a fresh first factor is needed besides the usual privilege
     */
    record Change(Supplier<CredentialIntent> intent, boolean firstFactorToo) implements Reading {}
}
