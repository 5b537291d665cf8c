package dev.bonafide.method.oidc.upstream;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.bonafide.kernel.Aal;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody logged in there, by the checked ID token (OpenID Connect Core 2). A claim of another
 * type than the standard's is no claim.
 *
 * @param acr null for none
 * @param authTime null where it doesn't say
 */
record Assertion(@Nullable String acr, List<String> amr, @Nullable Instant authTime) {
    /** Of a provider that gives no ID tokens: it says nothing that could be believed. */
    static final Assertion NONE = new Assertion(null, List.of(), null);

    Assertion {
        amr = List.copyOf(amr);
    }

    static Assertion of(JWTClaimsSet claims) {
        String acr = IdTokens.text(claims, "acr");
        return new Assertion(acr.isEmpty() ? null : acr, texts(claims), authTime(claims));
    }

    private static List<String> texts(JWTClaimsSet claims) {
        return claims.getClaim("amr") instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .filter(text -> !text.isEmpty())
                        .toList()
                : List.of();
    }

    private static @Nullable Instant authTime(JWTClaimsSet claims) {
        try {
            Date when = claims.getDateClaim("auth_time");
            return when == null ? null : when.toInstant();
        } catch (ParseException e) {
            return null;
        }
    }

    /** More than {@code aal1} only by what the operator named, word for word (OI-09). */
    Aal aal(ProviderSettings settings) {
        boolean byClass = acr != null && settings.aal2AcrValues().contains(acr);
        boolean byMethod = settings.aal2AmrValues().stream().anyMatch(amr::contains);
        return byClass || byMethod ? Aal.AAL2 : Aal.AAL1;
    }

    /**
     * That somebody logged in there anew: the provider is asked to see to it, but only this claim
     * says that it did.
     */
    void requireFresh(Instant begunAt, Instant now) {
        Instant when = authTime;
        boolean fresh =
                when != null
                        && !when.isBefore(begunAt.minus(IdTokens.SKEW))
                        && !when.isAfter(now.plus(IdTokens.SKEW));
        if (!fresh) {
            throw new UpstreamRefused(
                    Failure.NOT_FRESH,
                    when == null
                            ? "the provider doesn't say when somebody logged in there"
                            : "nobody logged in there anew");
        }
    }
}
