package dev.bonafide.method.password;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.method.HashPool;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Makes and compares hashes on the pool, and counts them. */
final class PasswordHasher {
    private final HashPool pool;
    private final Argon2Cost target;
    private final Entropy entropy;
    private final Argon2Hash decoy;
    private final LongAdder compared = new LongAdder();
    private final LongAdder made = new LongAdder();

    PasswordHasher(HashPool pool, Argon2Cost target, Entropy entropy) {
        this.pool = pool;
        this.target = target;
        this.entropy = entropy;
        this.decoy = Argon2Hash.decoy(target);
    }

    /**
     * What comparing came to.
     *
     * @param renewed the same password hashed with today's cost; only where it is right and was
     *     hashed with less
     */
    record Outcome(boolean right, @Nullable String renewed) {
        /** Never a hash. */
        @Override
        public String toString() {
            return "Outcome[" + right + "]";
        }
    }

    /**
     * Compares with a stored string by exactly one hash: where there is none, or none that can be
     * read, with a decoy that nothing matches.
     */
    Outcome compare(@Nullable String stored, Typed typed) {
        return pool.run(() -> compareHere(stored, typed));
    }

    /** The string to store for a new password. */
    String hash(Typed typed) {
        return pool.run(() -> hashHere(typed));
    }

    /** Comparisons so far. */
    long compared() {
        return compared.sum();
    }

    /** Hashes made so far. */
    long made() {
        return made.sum();
    }

    private Outcome compareHere(@Nullable String stored, Typed typed) {
        Optional<StoredHash> known = Optional.ofNullable(stored).flatMap(StoredHash::parse);
        StoredHash hash = known.orElse(decoy);
        compared.increment();
        boolean right = hash.matches(typed) && known.isPresent();
        return new Outcome(right, right && hash.below(target) ? hashHere(typed) : null);
    }

    private String hashHere(Typed typed) {
        made.increment();
        return Argon2Hash.of(typed, target, entropy.bytes(target.saltLength())).text();
    }
}
