package dev.bonafide.method.oidc.upstream;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import dev.bonafide.method.oidc.upstream.ProviderSettings.SubjectSource;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What some providers say elsewhere than in the ID token. */
record Extras(ProviderSettings settings, Caller caller) {
    private static final URI GRAPH = URI.create("https://graph.microsoft.com/v1.0/me");

    /**
     * The raw claims: of the checked ID token, or of the user info where that is configured.
     *
     * @throws UpstreamRefused if the access token is another's, or the user info somebody else's
     */
    ObjectNode told(SignedJWT token, AccessToken access, @Nullable URI userInfo) {
        requireBelongs(token, access);
        ObjectNode raw = ClaimsJson.object(token.getPayload().toString());
        if (settings.readsUserInfo()) {
            raw = userInfo(raw, access, userInfo);
        }
        if (settings.subjectSource() == SubjectSource.ME) {
            raw.set("id", new UserInfo(caller).object(GRAPH, access).path("id"));
        }
        return raw;
    }

    /** A token put beside a stranger's ID token would tell a stranger's claims (Core 3.1.3.8). */
    private static void requireBelongs(SignedJWT token, AccessToken access) {
        String hash = IdTokens.text(IdTokens.claims(token), "at_hash");
        if (hash.isEmpty()) {
            return;
        }
        try {
            AccessTokenValidator.validate(
                    access, token.getHeader().getAlgorithm(), new AccessTokenHash(hash));
        } catch (InvalidHashException e) {
            throw refused("the access token is not the one of the ID token");
        }
    }

    /** Its {@code sub} has to be the ID token's (OpenID Connect Core 5.3.2 and 16.11). */
    private ObjectNode userInfo(ObjectNode token, AccessToken access, @Nullable URI endpoint) {
        if (endpoint == null) {
            throw refused("the provider has no user info endpoint");
        }
        ObjectNode info = new UserInfo(caller).object(endpoint, access);
        JsonNode subject = info.path("sub");
        if (!subject.isString() || !subject.equals(token.path("sub"))) {
            throw refused("the user info is about somebody else");
        }
        if (info.path("iss").isMissingNode()) {
            info.set("iss", token.path("iss"));
        }
        return info;
    }

    /**
     * The names that Apple sends with the browser, once, and signed by nobody: taken where the
     * token has none, as in Kratos, and never for anything but a name.
     */
    void posted(ObjectNode raw, Map<String, String> answer) {
        String user = answer.getOrDefault("user", "");
        if (settings.provider() != Kind.APPLE || user.isEmpty()) {
            return;
        }
        JsonNode name = ClaimsJson.object(user).path("name");
        fill(raw, "given_name", name.path("firstName"));
        fill(raw, "family_name", name.path("lastName"));
        fill(raw, "last_name", name.path("lastName"));
    }

    private static void fill(ObjectNode raw, String claim, JsonNode value) {
        if (raw.path(claim).isMissingNode() && value.isString()) {
            raw.set(claim, value);
        }
    }

    /** {@code sub}, or what {@code subject_source} of Microsoft says. */
    String subject(JWTClaimsSet claims, ObjectNode raw) {
        String subject =
                switch (settings.subjectSource()) {
                    case USERINFO -> claims.getSubject();
                    case OID -> IdTokens.text(claims, "oid");
                    case ME -> raw.path("id").asString("");
                };
        if (subject.isEmpty()) {
            throw refused("there is no subject where subject_source says");
        }
        return subject;
    }

    private static UpstreamRefused refused(String why) {
        return new UpstreamRefused(Failure.TOKEN_REFUSED, why);
    }
}
