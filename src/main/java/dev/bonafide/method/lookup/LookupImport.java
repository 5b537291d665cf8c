package dev.bonafide.method.lookup;

import dev.bonafide.http.Problem;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.ImportPart;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets that were made elsewhere: {@code {"config": {"codes": [{"code": "…", "used_at": null}]}}}; a
 * code that was used stays used. {@code recovery_codes} is read, too: so Kratos stores them.
 */
final class LookupImport implements ImportPart {
    /** Each costs one Argon2id at import. */
    private static final int COUNT_MAX = 32;

    /**
     * Six letters and digits are 31 bits, above the 20 of NIST SP 800-63B section 3.1.2.1; the
     * guard caps guessing.
     */
    private static final Pattern CODE = Pattern.compile("[!-~]{6,64}");

    private static final String WHERE = "credentials.lookup_secret.config.codes";

    private final CodeHasher hasher;
    private final boolean reveal;
    private final Entropy entropy;

    LookupImport(CodeHasher hasher, boolean reveal, Entropy entropy) {
        this.hasher = hasher;
        this.reveal = reveal;
        this.entropy = entropy;
    }

    @Override
    public List<CredentialIntent> read(ObjectNode credential, Importee importee) {
        JsonNode config = credential.path("config");
        JsonNode listed =
                config.has("codes") ? config.path("codes") : config.path("recovery_codes");
        require(
                listed.isArray() && !listed.isEmpty() && listed.size() <= COUNT_MAX,
                "are not 1 to " + COUNT_MAX + " codes");
        List<String> codes = codes(listed);
        return List.of(
                new ImportLookupSecrets(
                        importee.id(),
                        new Lineage(entropy.uuid()),
                        hashed(importee.id(), codes),
                        spent(listed, importee.now()),
                        importee.now()));
    }

    private CodeSet hashed(IdentityId owner, List<String> codes) {
        PendingCodes plain = PendingCodes.of(entropy, codes);
        Sealed copy = reveal ? new Sealed.Fresh(owner, plain.joined()) : null;
        Argon2Cost cost = Argon2Cost.USUAL;
        return new CodeSet(plain.salt(), cost, hasher.hashAll(plain, cost), copy);
    }

    private static List<String> codes(JsonNode listed) {
        List<String> codes = new ArrayList<>();
        for (JsonNode entry : listed) {
            JsonNode code = entry.path("code");
            require(
                    code.isString() && CODE.matcher(code.stringValue()).matches(),
                    "hold a code that is not 6 to 64 printable ASCII characters");
            codes.add(code.stringValue());
        }
        require(new HashSet<>(codes).size() == codes.size(), "hold a code twice");
        return codes;
    }

    private static List<Spent> spent(JsonNode listed, Instant now) {
        List<Spent> spent = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            JsonNode used = listed.get(i).path("used_at");
            if (!used.isMissingNode() && !used.isNull()) {
                Instant at = time(used);
                spent.add(new Spent(i, at.isAfter(now) ? now : at));
            }
        }
        return spent;
    }

    private static Instant time(JsonNode used) {
        try {
            return OffsetDateTime.parse(used.asString("")).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(WHERE + " hold a used_at that is no RFC 3339 time.");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw Problem.badRequest(WHERE + " " + otherwise + ".");
        }
    }
}
