package dev.bonafide.method.lookup;

import dev.bonafide.kernel.Sealed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set as it stands in the log.
 *
 * @param salt lower-case hex of 16 bytes, no two sets share one
 * @param hashes of each code, in the order shown: lower-case hex of SHA-256 over the Argon2id
 * @param copy the codes with spaces between, only where a setting lets them be shown again
 */
record CodeSet(String salt, Argon2Cost cost, List<String> hashes, @Nullable Sealed copy) {
    CodeSet {
        hashes = List.copyOf(hashes);
    }
}
