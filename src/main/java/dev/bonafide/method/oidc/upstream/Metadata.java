package dev.bonafide.method.oidc.upstream;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a discovery document says that is used.
 *
 * @param issuer checked against the configuration already
 * @param algorithms of ID tokens that are believed: what it says, less what nobody should
 * @param namesItself whether its answers hold {@code iss} (RFC 9207)
 * @param takesBasic whether the client's secret goes into a header, else into the form
 */
record Metadata(
        String issuer,
        URI authorization,
        URI token,
        @Nullable URI userInfo,
        URI keys,
        Set<JWSAlgorithm> algorithms,
        boolean namesItself,
        boolean takesBasic) {
    /**
     * Public keys only: with {@code none} anybody signs, and with HS… anybody who knows the public
     * key does if it is taken for a secret (CVE-2026-11800).
     */
    private static final Set<JWSAlgorithm> SOUND =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    Metadata {
        algorithms = Set.copyOf(algorithms);
    }

    /**
     * Reads a document.
     *
     * @throws UpstreamRefused if it is none, or names another issuer
     */
    static Metadata of(String document, IssuerRule rule) {
        try {
            return of(OIDCProviderMetadata.parse(document), rule);
        } catch (ParseException | IllegalArgumentException e) {
            // The second is what the library throws at an issuer of no characters.
            throw refused("the discovery document can't be read: " + e.getMessage());
        }
    }

    private static Metadata of(OIDCProviderMetadata said, IssuerRule rule) {
        String issuer = said.getIssuer().getValue();
        if (!rule.isNamed(issuer)) {
            throw refused(
                    "the discovery document names the issuer \""
                            + issuer
                            + "\", not the configured one");
        }
        return new Metadata(
                issuer,
                web(said.getAuthorizationEndpointURI(), "authorization_endpoint"),
                web(said.getTokenEndpointURI(), "token_endpoint"),
                said.getUserInfoEndpointURI(),
                web(said.getJWKSetURI(), "jwks_uri"),
                sound(said.getIDTokenJWSAlgs()),
                said.supportsAuthorizationResponseIssuerParam(),
                takesBasic(said.getTokenEndpointAuthMethods()));
    }

    /** Browsers are sent to one of them, so it is looked at even where it is not called. */
    private static URI web(@Nullable URI uri, String name) {
        if (uri == null || uri.getHost() == null || !uri.getScheme().matches("https?")) {
            throw refused("the discovery document has no usable " + name);
        }
        return uri;
    }

    private static Set<JWSAlgorithm> sound(@Nullable List<JWSAlgorithm> said) {
        Set<JWSAlgorithm> sound =
                (said == null ? List.of(JWSAlgorithm.RS256) : said)
                        .stream().filter(SOUND::contains).collect(Collectors.toSet());
        if (sound.isEmpty()) {
            throw refused("the provider signs ID tokens by no algorithm that is believed");
        }
        return sound;
    }

    /** The default is basic (OpenID Connect Discovery 3). */
    private static boolean takesBasic(@Nullable List<ClientAuthenticationMethod> said) {
        return said == null
                || said.isEmpty()
                || said.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    private static UpstreamRefused refused(String problem) {
        return new UpstreamRefused(Failure.UNREACHABLE, problem);
    }
}
