package dev.bonafide.method.oidc;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.log.IdentifierKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names of accounts in the log: (provider id, issuer, subject), nothing less (OI-07). Each part is
 * hashed by itself first, so that none can run into the next.
 */
final class AccountNames {
    private final IdentifierKey key;

    AccountNames(IdentifierKey key) {
        this.key = key;
    }

    /** Lower-case hex HMAC, under which the account is claimed. */
    String of(String provider, String issuer, String subject) {
        String parts = hash(provider) + hash(issuer) + hash(subject);
        return HexFormat.of().formatHex(key.hmac("upstream\0" + parts));
    }

    private static String hash(String part) {
        return HexFormat.of().formatHex(Hashes.sha256(part.getBytes(StandardCharsets.UTF_8)));
    }
}
