package dev.bonafide.method.oidc.upstream;

import dev.bonafide.kernel.Aal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account at a provider, just proven. Tokens are not in it: nothing keeps them (OI-12).
 *
 * @param provider id of the provider
 * @param issuer as configured or known of its kind; never taken from an unchecked token
 * @param subject {@code sub}, or what stands for it where the kind has none; never empty
 * @param aal what it counts as by the provider's {@code aal2_acr_values} and {@code
 *     aal2_amr_values}; without them, or without the claims, {@code AAL1} (OI-09)
 * @param acr as the provider said it; null for none
 * @param amr as the provider said it
 * @param authTime when the person logged in there; null where it doesn't say
 * @param claims the checked ones, normalised to OpenID Connect's names, raw ones under {@code
 *     raw_claims}
 */
public record Account(
        String provider,
        String issuer,
        String subject,
        Aal aal,
        @Nullable String acr,
        List<String> amr,
        @Nullable Instant authTime,
        ObjectNode claims) {
    public Account {
        amr = List.copyOf(amr);
    }

    /** Claims are personal. */
    @Override
    public String toString() {
        return "Account[" + provider + "]";
    }
}
