package dev.bonafide.method.oidc.upstream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.bonafide.kernel.Clock;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which ID tokens are believed (OI-03, OI-06; OpenID Connect Core 3.1.3.7). The library checks
 * signature, {@code iss}, {@code exp}, {@code iat} and {@code nonce}; here is what it leaves open.
 * What a token's header says of keys ({@code jwk}, {@code jku}, {@code x5u}) is read by neither:
 * keys are those of the discovery document.
 *
 * @param client whose tokens they have to be
 * @param others client ids of the same operator that may stand beside it, or in its place in a
 *     token that a native client hands in
 */
record IdTokens(String client, Set<String> others, Clock clock) {
    static final Duration SKEW = Duration.ofSeconds(60);

    private static final int RSA_BITS = 2048;
    private static final int LONGEST = 32 * 1024;
    static final int LONGEST_SUBJECT = 255;

    IdTokens {
        others = Set.copyOf(others);
    }

    /**
     * The checked claims.
     *
     * @param nonce that must be in it; null where none was sent
     * @param foreign whether it may be for one of the other clients alone
     * @throws UpstreamRefused for whatever isn't a proof
     */
    SignedJWT check(
            String token,
            @Nullable String nonce,
            Discovery discovery,
            Discovery.Known known,
            boolean foreign) {
        SignedJWT jwt = parsed(token);
        JWTClaimsSet said = claims(jwt);
        String issuer = discovery.rule().expected(known.metadata().issuer(), text(said, "tid"));
        String audience = audience(said, foreign);
        requireParty(said, foreign);
        IDTokenValidator validator =
                new IDTokenValidator(
                        new Issuer(issuer),
                        new ClientID(audience),
                        new JWSVerificationKeySelector<>(
                                known.metadata().algorithms(), sound(known.keys())),
                        null);
        validator.setMaxClockSkew((int) SKEW.toSeconds());
        validate(validator, jwt, nonce);
        requireUsable(said);
        return jwt;
    }

    private static SignedJWT parsed(String token) {
        if (token.length() > LONGEST) {
            throw refused("it is longer than " + LONGEST + " characters");
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException e) {
            throw refused("it is no signed JWT");
        }
    }

    static JWTClaimsSet claims(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw refused("its claims can't be read");
        }
    }

    /**
     * For which of the operator's clients it is. Each audience has to be known: one that is not is
     * somebody else whom the same token opens a door to.
     */
    private String audience(JWTClaimsSet said, boolean foreign) {
        List<String> audiences = said.getAudience();
        boolean known =
                audiences.stream().allMatch(one -> one.equals(client) || others.contains(one));
        if (known && audiences.contains(client)) {
            return client;
        }
        if (!foreign || !known || audiences.size() != 1) {
            throw refused("it is for another audience");
        }
        return audiences.getFirst();
    }

    /**
     * Who it was given to: this client, or for a native client's token any of the operator's; with
     * several audiences it has to say so (OpenID Connect Core 3.1.3.7 steps 4 and 5).
     */
    private void requireParty(JWTClaimsSet said, boolean foreign) {
        boolean silent = said.getClaim("azp") == null;
        String party = text(said, "azp");
        boolean ours = party.equals(client) || (foreign && others.contains(party));
        if (silent ? said.getAudience().size() > 1 : !ours) {
            throw refused("it is authorized for another party");
        }
    }

    /** Short RSA keys can be factored, whoever publishes them. */
    private static JWKSource<SecurityContext> sound(JWKSource<SecurityContext> keys) {
        return (selector, context) ->
                keys.get(selector, context).stream().filter(IdTokens::isSound).toList();
    }

    private static boolean isSound(JWK key) {
        return !(key instanceof RSAKey) || key.size() >= RSA_BITS;
    }

    private static void validate(
            IDTokenValidator validator, SignedJWT jwt, @Nullable String nonce) {
        try {
            validator.validate(jwt, nonce == null ? null : new Nonce(nonce));
        } catch (BadJOSEException e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (JOSEException e) {
            throw unkeyed(e);
        }
    }

    /** Whether its keys could not be had, or it could not be checked with them. */
    private static UpstreamRefused unkeyed(JOSEException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException call) {
                return Caller.failed(call);
            }
        }
        return refused(String.valueOf(e.getMessage()));
    }

    private void requireUsable(JWTClaimsSet said) {
        String subject = said.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw refused("its subject is none");
        }
        Date notBefore = said.getNotBeforeTime();
        Instant latest = clock.now().plus(SKEW);
        if (notBefore != null && notBefore.toInstant().isAfter(latest)) {
            throw refused("it is not valid yet");
        }
    }

    /** A text claim; "" for none, or one that is no text. */
    static String text(JWTClaimsSet said, String name) {
        return said.getClaim(name) instanceof String text ? text : "";
    }

    private static UpstreamRefused refused(String why) {
        return new UpstreamRefused(Failure.TOKEN_REFUSED, "the ID token is refused: " + why);
    }
}
