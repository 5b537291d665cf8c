package dev.bonafide.method.totp;

import dev.bonafide.http.Problem;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.ImportPart;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Apps that were linked elsewhere: {@code {"config": {"totp_url": "otpauth://totp/…"}}}. Read in
 * any spelling, stored in ours, and honoured with its own algorithm, digits and period.
 */
final class TotpImport implements ImportPart {
    private static final String WHERE = "credentials.totp.config.totp_url";

    private final Entropy entropy;

    TotpImport(Entropy entropy) {
        this.entropy = entropy;
    }

    @Override
    public List<CredentialIntent> read(ObjectNode credential, Importee importee) {
        // Some show the secret in groups of four, and put it into the address so.
        String text = credential.path("config").path("totp_url").asString("").strip();
        OtpAuthUrl url = parse(text.replace(" ", "%20"));
        Sealed.Fresh sealed = new Sealed.Fresh(importee.id(), url.text());
        Lineage lineage = new Lineage(entropy.uuid());
        return List.of(new ImportTotp(importee.id(), lineage, sealed, importee.now()));
    }

    private static OtpAuthUrl parse(String text) {
        try {
            return OtpAuthUrl.parse(text);
        } catch (Refused refused) {
            throw Problem.badRequest(WHERE + " can't be used: " + refused.getMessage() + ".");
        }
    }
}
