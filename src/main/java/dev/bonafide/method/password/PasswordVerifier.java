package dev.bonafide.method.password;

import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.Evidence;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares what was typed with what somebody has: the slow work, outside any unit of work. */
final class PasswordVerifier {
    private final PasswordHasher hasher;
    private final Function<Sealed, Optional<String>> opener;

    /**
     * @param opener reads a sealed text; empty where its owner was erased
     */
    PasswordVerifier(PasswordHasher hasher, Function<Sealed, Optional<String>> opener) {
        this.hasher = hasher;
        this.opener = opener;
    }

    /** Their password; null if they have none. */
    static @Nullable PasswordState held(Person person) {
        return (PasswordState) person.state().credential(PasswordMethod.ID);
    }

    /** One hash for everybody, also for nobody. */
    Evidence weigh(Optional<Person> somebody, Typed typed, Instant now) {
        PasswordState held = somebody.map(PasswordVerifier::held).orElse(null);
        PasswordHasher.Outcome outcome = compare(held, typed);
        return somebody.isEmpty() || held == null
                ? PasswordEvidence.aboutNobody()
                : new PasswordEvidence(
                        somebody.get().id(), held, outcome.right(), outcome.renewed(), now);
    }

    /** Whether it is this password; by one hash, also for none. */
    boolean same(@Nullable PasswordState held, Typed typed) {
        return compare(held, typed).right();
    }

    private PasswordHasher.Outcome compare(@Nullable PasswordState held, Typed typed) {
        String stored = held == null ? null : opener.apply(held.hash()).orElse(null);
        return hasher.compare(stored, typed);
    }
}
