package dev.bonafide.method.oidc.upstream;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which issuer a provider's discovery document and its tokens may name (OI-05). */
sealed interface IssuerRule {
    /** Where its discovery document is (OpenID Connect Discovery 4). */
    URI document();

    /** Whether the document may name this one. */
    boolean isNamed(String issuer);

    /**
     * The one that a token has to name.
     *
     * @param named by the document
     * @param tenant {@code tid} of the token, still unchecked; "" for none
     */
    String expected(String named, String tenant);

    private static URI below(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return URI.create(base + "/.well-known/openid-configuration");
    }

    /** One issuer, letter by letter: "https://a" is not "https://a/". */
    record Exact(String issuer) implements IssuerRule {
        @Override
        public URI document() {
            return below(issuer);
        }

        @Override
        public boolean isNamed(String other) {
            return issuer.equals(other);
        }

        @Override
        public String expected(String named, String tenant) {
            return issuer;
        }
    }

    /**
     * Microsoft's, documented as the exception: {@code common} and {@code organizations} name a
     * template, which each token fills with the tenant that it is from; a domain names its tenant's
     * id.
     *
     * @param configured {@code microsoft_tenant}
     */
    record Tenants(String configured) implements IssuerRule {
        static final String BASE = "https://login.microsoftonline.com/";
        private static final String TEMPLATE = BASE + "{tenantid}/v2.0";

        /** The tenant of all private accounts, which is no organisation. */
        private static final String CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";

        private static final Pattern UUID =
                Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

        @Override
        public URI document() {
            return below(issuer(configured));
        }

        @Override
        public boolean isNamed(String issuer) {
            String lower = configured.toLowerCase(Locale.ROOT);
            return switch (lower) {
                case "common", "organizations" -> issuer.equals(TEMPLATE);
                case "consumers" -> issuer.equals(issuer(CONSUMERS));
                default ->
                        isTenant(lower) ? issuer.equals(issuer(lower)) : isTenant(tenantOf(issuer));
            };
        }

        @Override
        public String expected(String named, String tenant) {
            boolean home = configured.equalsIgnoreCase("organizations") && tenant.equals(CONSUMERS);
            if (!isTenant(tenant) || home) {
                throw new UpstreamRefused(
                        Failure.TOKEN_REFUSED, "the ID token is of no tenant that may log in");
            }
            return named.equals(TEMPLATE) ? issuer(tenant) : named;
        }

        private static String issuer(String tenant) {
            return BASE + tenant + "/v2.0";
        }

        private static String tenantOf(String issuer) {
            return issuer.startsWith(BASE) && issuer.endsWith("/v2.0")
                    ? issuer.substring(BASE.length(), issuer.length() - "/v2.0".length())
                    : "";
        }

        private static boolean isTenant(String text) {
            return UUID.matcher(text).matches();
        }
    }
}
