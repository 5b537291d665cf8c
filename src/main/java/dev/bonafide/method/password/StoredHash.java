package dev.bonafide.method.password;

import java.util.Optional;

/** A stored hash of a password: all that is known to compare a guess with. */
sealed interface StoredHash permits Argon2Hash, BcryptHash, ImportedHash {
    /**
     * Reads a stored string; empty for what is none, or asks for absurd work: one login must not
     * cost a gigabyte or a minute.
     */
    static Optional<StoredHash> parse(String stored) {
        if (stored.startsWith("$argon2")) {
            return Argon2Hash.parse(stored).map(StoredHash.class::cast);
        }
        return stored.startsWith("$2")
                ? BcryptHash.parse(stored).map(StoredHash.class::cast)
                : ImportedHash.parse(stored).map(StoredHash.class::cast);
    }

    /** Computes one hash, and compares it in constant time. */
    boolean matches(Typed typed);

    /** Whether hashing anew with this cost would make it harder to guess. */
    boolean below(Argon2Cost target);
}
