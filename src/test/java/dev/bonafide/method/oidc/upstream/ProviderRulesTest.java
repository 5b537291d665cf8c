package dev.bonafide.method.oidc.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Written;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider's keys have to be together. */
class ProviderRulesTest {
    private static final String GOOD =
            "id: a, provider: generic, client_id: c, client_secret: s, issuer_url: 'https://i.example', mapper_url: 'base64://e30='";
    private static final String BARE =
            "id: a, client_id: c, client_secret: s, mapper_url: 'base64://e30=', provider: ";
    private static final String APPLE =
            "id: a, client_id: c, mapper_url: 'base64://e30=', provider: apple, ";

    private static OidcSettings settings(boolean enabled, String... providers) {
        return OidcSettings.of(
                Written.yaml(
                        "selfservice: {methods: {oidc: {enabled: %s, config: {providers: [{%s}]}}}}"
                                .formatted(enabled, String.join("}, {", providers))));
    }

    private static String refusal(String... providers) {
        Throwable bad = catchThrowable(() -> settings(true, providers));
        assertThat(bad).isInstanceOf(BadConfiguration.class);
        return String.valueOf(bad.getMessage());
    }

    @Test
    void nothingIsLookedAtWhileTheMethodIsOff() {
        assertThat(
                        settings(false, "id: '', provider: google, client_id: c, mapper_url: x")
                                .providers())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    id: ''                                         | 0.id: "" is refused; allowed: 1 to 64
                    id: 'a:b'                                      | 0.id: "a:b" is refused
                    client_id: ' '                                 | 0.client_id: is empty
                    issuer_url: 'http://i.example'                 | 0.issuer_url: "http://i.example" is refused; allowed: https
                    issuer_url: 'http://10.0.0.1'                  | 0.issuer_url: "http://10.0.0.1" is refused
                    issuer_url: 'https://u@i.example'              | 0.issuer_url: "https://u@i.example" is refused
                    issuer_url: 'https://i.example?x'              | 0.issuer_url: "https://i.example?x" is refused
                    issuer_url: 'https://i.example#x'              | 0.issuer_url: "https://i.example#x" is refused
                    microsoft_tenant: common                       | 0.microsoft_tenant: is refused for generic; allowed: leave it out
                    apple_team_id: t                               | 0.apple_team_id: is refused for generic; allowed: leave it out
                    mapper_url: 'https://m.example/x.jsonnet'      | 0.mapper_url: "https://m.example/x.jsonnet" is refused; allowed: file://PATH or base64://TEXT
                    pkce: never                                    | 0.pkce: "never" is refused; allowed: auto, force
                    provider: yandex                               | 0.provider: "yandex" is refused; allowed: generic, google
                    """)
    void aGenericOne(String key, String message) {
        String name = key.substring(0, key.indexOf(':'));
        assertThat(
                        refusal(
                                GOOD.replaceAll("(^|, )" + name + ": [^,]*", "")
                                                .replaceFirst("^, ", "")
                                        + ", "
                                        + key))
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    auth0                                          | issuer_url: is missing; it has no default for auth0
                    google, issuer_url: 'https://google.example'   | issuer_url: "https://google.example" is refused; allowed for google: https://accounts.google.com
                    github, issuer_url: 'https://github.example'   | issuer_url: is refused for github; allowed: leave it out
                    github, aal2_acr_values: [x]                   | aal2_acr_values: is refused for github, which gives no ID token
                    github, requested_claims: {userinfo: {a: {}}}  | requested_claims: is refused for github
                    microsoft                                      | microsoft_tenant: "" is refused; allowed: a tenant's id or domain
                    microsoft, microsoft_tenant: 'a/../b'          | microsoft_tenant: "a/../b" is refused
                    slack, scope: [identity.basic]                 | scope: is refused with identity.*
                    apple                                          | client_secret: is refused for apple
                    """)
    void oneOfAKind(String keys, String message) {
        assertThat(refusal(BARE + keys)).contains(message);
    }

    @Test
    void kindsNeedWhatKratosNeeds() {
        assertThat(refusal(APPLE + "apple_team_id: t, apple_private_key_id: k"))
                .contains("apple_private_key: is missing");
        assertThat(refusal("id: a, client_id: c, mapper_url: 'base64://e30=', provider: google"))
                .contains("client_secret: is missing");
        assertThat(refusal(GOOD, GOOD)).contains("1.id: \"a\" is refused; allowed: each id once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://x/", "https:///x", "https://u@x/", "https://x/?y", "https://x/#y"})
    void browsersComeBackToAWebAddress(String base) {
        Throwable bad =
                catchThrowable(() ->
                        OidcSettings.of(
                                Written.yaml(
                                        "selfservice: {methods: {oidc: {enabled: true, config: {base_redirect_uri: '%s'}}}}"
                                                .formatted(base))));
        assertThat(bad).hasMessageContaining("base_redirect_uri: \"" + base + "\" is refused");
    }

    @Test
    void issuersAreThoseOfTheKind() {
        List<String> issuers =
                settings(
                                true,
                                GOOD.replace("id: a", "id: b"),
                                BARE.replace("id: a", "id: c") + "google",
                                BARE.replace("id: a", "id: d")
                                        + "auth0, issuer_url: 'https://t.auth0.example'",
                                BARE.replace("id: a", "id: e") + "gitlab",
                                BARE.replace("id: a", "id: f")
                                        + "gitlab, issuer_url: 'https://git.example'")
                        .providers()
                        .stream()
                        .map(one -> one.settings().issuer())
                        .toList();
        assertThat(issuers)
                .containsExactly(
                        "https://i.example",
                        "https://accounts.google.com",
                        "https://t.auth0.example/",
                        "https://gitlab.com",
                        "https://git.example");
    }

    /** As Kratos' documentation asks for claims. */
    @Test
    void aClaimIsAskedForByItsNameAlone() {
        ProviderSettings.RequestedClaims wanted =
                settings(
                                true,
                                GOOD
                                        + ", requested_claims: {id_token: {hd: null, email: {essential: true}, acr: {values: [a, b]}}}")
                        .providers()
                        .getFirst()
                        .settings()
                        .requestedClaims();
        assertThat(Objects.requireNonNull(wanted).toJson())
                .isEqualTo(
                        """
                        {"userinfo":{},"id_token":{"hd":{"essential":false},"email":{"essential":true},\
                        "acr":{"essential":false,"values":["a","b"]}}}\
                        """);
    }

    @Test
    void secretsAreNotShown() {
        ProviderSettings one =
                settings(true, GOOD.replace("client_secret: s", "client_secret: hunter2"))
                        .providers()
                        .getFirst()
                        .settings();
        assertThat(one.toString() + settings(true, GOOD.replace(": s", ": hunter2")))
                .doesNotContain("hunter2");
    }
}
