package dev.bonafide.method.oidc.upstream;

import dev.bonafide.config.BadConfiguration;
import java.net.InetAddress;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the keys of one provider have to be together, said at the start. */
record ProviderRules(String path, ProviderSettings settings) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,254}");

    /**
     * Checks them.
     *
     * @throws BadConfiguration naming the key that is wrong and what is allowed
     */
    void check() {
        require(
                ID.matcher(settings.id()).matches(),
                "id",
                quoted(settings.id()) + "allowed: 1 to 64 letters, digits, ., _, -");
        require(!settings.clientId().isBlank(), "client_id", "is empty; allowed: any other text");
        issuer();
        secret();
        microsoft();
        apple();
        scopes();
        assurance();
    }

    private void issuer() {
        URI issuer = settings.issuerUrl();
        Kind kind = settings.provider();
        if (issuer == null) {
            boolean needed = kind == Kind.GENERIC || kind == Kind.AUTH0;
            require(!needed, "issuer_url", "is missing; it has no default for " + spelled());
            return;
        }
        require(
                isCallable(issuer),
                "issuer_url",
                quoted(issuer)
                        + "allowed: https://HOST/PATH without user, query and fragment, or http to a loopback host");
        require(
                kind.speaksOpenId() && kind != Kind.MICROSOFT,
                "issuer_url",
                "is refused for " + spelled() + "; allowed: leave it out");
        String known = kind.issuer();
        require(
                known == null || kind == Kind.GITLAB || known.equals(issuer.toString()),
                "issuer_url",
                quoted(issuer) + "allowed for " + spelled() + ": " + known);
    }

    private static boolean isCallable(URI uri) {
        boolean plain = "http".equals(uri.getScheme()) && isLocal(uri.getHost());
        return ("https".equals(uri.getScheme()) || plain)
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    /** By its spelling alone: nothing is looked up at the start. */
    private static boolean isLocal(@Nullable String host) {
        if (host == null || host.equals("localhost")) {
            return host != null;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private void secret() {
        boolean given = isGiven(settings.clientSecret());
        Kind kind = settings.provider();
        require(
                kind != Kind.APPLE || !given,
                "client_secret",
                "is refused for apple; allowed: leave it out, it is made of apple_private_key");
        require(
                kind == Kind.APPLE || kind == Kind.GENERIC || given,
                "client_secret",
                "is missing; it has no default for " + spelled());
    }

    private void microsoft() {
        String tenant = settings.microsoftTenant();
        if (settings.provider() != Kind.MICROSOFT) {
            require(
                    tenant == null,
                    "microsoft_tenant",
                    "is refused for " + spelled() + "; allowed: leave it out");
            return;
        }
        require(
                tenant != null && TENANT.matcher(tenant).matches(),
                "microsoft_tenant",
                quoted(tenant)
                        + "allowed: a tenant's id or domain, common, organizations, consumers");
    }

    private void apple() {
        boolean apple = settings.provider() == Kind.APPLE;
        one(apple, "apple_team_id", settings.appleTeamId());
        one(apple, "apple_private_key_id", settings.applePrivateKeyId());
        one(apple, "apple_private_key", settings.applePrivateKey());
    }

    private void one(boolean apple, String key, @Nullable String value) {
        require(
                apple == isGiven(value),
                key,
                apple
                        ? "is missing; it has no default for apple"
                        : "is refused for " + spelled() + "; allowed: leave it out");
    }

    private void scopes() {
        boolean retired =
                settings.provider() == Kind.SLACK
                        && settings.scope().stream().anyMatch(s -> s.startsWith("identity."));
        require(
                !retired,
                "scope",
                "is refused with identity.*, of a way to log in that Slack retired; allowed: openid, profile, email");
    }

    /** Who gives no signed word on how somebody logged in can't be believed more. */
    private void assurance() {
        boolean believed = settings.provider().speaksOpenId();
        String refused =
                "is refused for " + spelled() + ", which gives no ID token; allowed: leave it out";
        require(believed || settings.aal2AcrValues().isEmpty(), "aal2_acr_values", refused);
        require(believed || settings.aal2AmrValues().isEmpty(), "aal2_amr_values", refused);
        require(believed || settings.requestedClaims() == null, "requested_claims", refused);
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private String spelled() {
        return settings.spelledKind();
    }

    private static String quoted(@Nullable Object value) {
        return "\"" + (value == null ? "" : value) + "\" is refused; ";
    }

    private void require(boolean holds, String key, String problem) {
        if (!holds) {
            throw new BadConfiguration(path + "." + key, problem);
        }
    }
}
