package dev.bonafide.method.password;

import dev.bonafide.method.password.foreign.ForeignHash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A hash in a format that is verified, never made. */
final class ImportedHash implements StoredHash {
    /** KiB. */
    private static final int MEMORY = 256 * 1024;

    /** KiB, counted once for each pass. */
    private static final long WORK = 1024 * 1024;

    private final ForeignHash hash;

    private ImportedHash(ForeignHash hash) {
        this.hash = hash;
    }

    static Optional<ImportedHash> parse(String text) {
        try {
            return Optional.of(new ImportedHash(ForeignHash.read(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Why a string is not taken over from another system; null if it is. Here, not at a login,
     * whose owner could do nothing about it.
     */
    static @Nullable String problem(String text) {
        return ForeignHash.known(text) ? foreign(text) : own(text);
    }

    private static @Nullable String foreign(String text) {
        try {
            ForeignHash.read(text);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static @Nullable String own(String text) {
        Optional<StoredHash> hash = StoredHash.parse(text);
        if (hash.isEmpty()) {
            return text.startsWith("$argon2") || text.startsWith("$2")
                    ? "it is damaged, or asks for absurd work"
                    : "its format is not known";
        }
        boolean cheap = !(hash.get() instanceof Argon2Hash argon2) || argon2.within(MEMORY, WORK);
        return cheap ? null : "it takes more than 256 MiB of memory, or 1 GiB of work";
    }

    @Override
    public boolean matches(Typed typed) {
        return hash.matches(typed.asReceived());
    }

    @Override
    public boolean below(Argon2Cost target) {
        return true;
    }

    /** Never the hash. */
    @Override
    public String toString() {
        return "ImportedHash";
    }
}
