package dev.bonafide.method;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Upstream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of the slow work on a guess, made before the unit of work; judged inside it against
 * the credential as it is then. Pure and quick.
 *
 * <p>It must check that the credential that was verified is the one in the state (same lineage and
 * same secret), so that a login never stands on a password that was changed meanwhile.
 */
@FunctionalInterface
public interface Evidence {
    Verdict judge(@Nullable CredentialState held);

    /** What is decided about a guess. */
    sealed interface Verdict {}

    /**
     * It is right.
     *
     * @param events what using the credential means for it: a step or a code spent, a hash renewed
     */
    record Accepted(List<CredentialEvent> events, Given given) implements Verdict {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * It is wrong, and counted by the guard.
     *
     * @param events what it says about the credential all the same, such as that a key was copied
     */
    record Rejected(FieldProblem problem, List<CredentialEvent> events) implements Verdict {
        public Rejected {
            events = List.copyOf(events);
        }

        public Rejected(FieldProblem problem) {
            this(problem, List.of());
        }
    }

    /** There is nothing to guess at, or what was verified has just changed: said, not counted. */
    record Moot(FieldProblem problem) implements Verdict {}

    /** A proof but for its time and method. */
    record Given(Aal aal, Set<Channel> channels, Lineage lineage, @Nullable Upstream upstream) {
        public static Given of(Aal aal, Channel channel, Lineage lineage) {
            return new Given(aal, Set.of(channel), lineage, null);
        }
    }
}
