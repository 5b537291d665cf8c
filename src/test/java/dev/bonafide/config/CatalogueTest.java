package dev.bonafide.config;

import static dev.bonafide.config.Written.refusal;
import static dev.bonafide.config.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static Stream<String> linesOf(Rule.Kind kind) {
        return Catalogue.kratos().rules().stream()
                .filter(rule -> rule.kind() == kind)
                .map(rule -> example(rule.pattern()));
    }

    /** A key of the family. */
    private static String example(KeyPattern pattern) {
        return pattern.toString().replace("**", "some.key").replace("*", "some").replace("#", "0");
    }

    static Stream<String> served() {
        return linesOf(Rule.Kind.SERVED);
    }

    static Stream<String> harmless() {
        return linesOf(Rule.Kind.HARMLESS);
    }

    static Stream<String> refused() {
        return Stream.concat(linesOf(Rule.Kind.REFUSED), linesOf(Rule.Kind.ONLY));
    }

    private static Verdict unbound(String key) {
        return Catalogue.kratos().on(key, Untyped.byDefault("something"), false);
    }

    @ParameterizedTest
    @MethodSource("served")
    void aServedKeyThatNobodyBindsIsNotIgnored(String key) {
        assertThat(unbound(key)).isInstanceOf(Verdict.Refused.class);
        assertThat(Catalogue.kratos().on(key, Untyped.byDefault("session"), true))
                .isEqualTo(new Verdict.Fine());
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void aHarmlessKeyWarns(String key) {
        assertThat(unbound(key)).isInstanceOf(Verdict.Harmless.class);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusedKeyRefuses(String key) {
        assertThat(unbound(key)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void everyLineDecidesSomething() {
        Catalogue whole = Catalogue.kratos();
        for (Rule rule : whole.rules()) {
            String key = example(rule.pattern());
            Rule first =
                    whole.rules().stream()
                            .filter(any -> any.pattern().matches(key))
                            .findFirst()
                            .orElseThrow();
            assertThat(first.equals(rule) || first.kind() == Rule.Kind.ONLY)
                    .as(rule.toString())
                    .isTrue();
        }
    }

    @Test
    void whatARoomBindsIsServedEvenWhereTheCatalogueRefuses() {
        record Method(@Default("false") boolean enabled) {}
        FileConfiguration file = yaml("selfservice: {methods: {link: {enabled: true}}}");
        file.bind("selfservice.methods.link", Method.class);
        assertThat(file.settle(List.of())).isEmpty();
    }

    @Test
    void aHookThatIsNotBuiltIsRefusedEvenWhereARoomBindsIt() {
        record Hook(String hook) {}
        record After(List<Hook> hooks) {}
        FileConfiguration file =
                yaml(
                        "selfservice: {flows: {registration: {after: {password: {hooks: [{hook: session}, {hook: web_hook}]}}}}}");
        file.bind("selfservice.flows.registration.after.password", After.class);
        assertThat(refusal(() -> file.settle(List.of())))
                .isEqualTo(
                        "selfservice.flows.registration.after.password.hooks.1.hook: \"web_hook\" is refused, no other hook is built;"
                                + " allowed: session, show_verification_ui (kratos.yml:1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sesion: {lifespan: 24h}                      | sesion.lifespan: is no known key; did you mean session.lifespan? (kratos.yml:1)
                    session: {lifespam: 24h}                     | session.lifespam: is no known key; did you mean session.lifespan? (kratos.yml:1)
                    lifespan: 24h                                | lifespan: is no known key; did you mean session.lifespan? (kratos.yml:1)
                    serve: {public: {baseurl: x}}                | serve.public.baseurl: is no known key; did you mean serve.public.base_url? (kratos.yml:1)
                    serve: {publik: {base_url: x}}               | serve.publik.base_url: is no known key; did you mean serve.public.base_url? (kratos.yml:1)
                    quite_another_thing: 1                       | quite_another_thing: is no known key (kratos.yml:1)
                    bonafide: {keys_fil: x}                      | bonafide.keys_fil: is no known key; did you mean bonafide.keys_file? (kratos.yml:1)
                    bonafide: {vault: {keys: [], other: {}}}     | bonafide.vault.other: is no known key (kratos.yml:1)
                    selfservice: {methods: {totp: {enable: true}}} | selfservice.methods.totp.enable: is no known key; did you mean selfservice.methods.totp.enabled? (kratos.yml:1)
                    """)
    void anUnknownKeyStopsTheStartWithAHint(String text, String message) {
        Map<String, String> environment =
                Map.of(
                        "BONAFIDE_VAULT_KEYS",
                        Written.SECRETS.getOrDefault("BONAFIDE_VAULT_KEYS", ""));
        assertThat(refusal(() -> yaml(text, environment).settle(List.of()))).isEqualTo(message);
    }

    @Test
    void namesEveryKeyThatIsRefused() {
        String text =
                "organizations: [{id: a}]\noauth2_provider: {url: x}\nselfservice: {methods: {link: {enabled: true}}}\n";
        assertThat(refusal(() -> yaml(text).settle(List.of())))
                .isEqualTo(
                        """
                        organizations.0.id: "a" is refused, organizations are not built; allowed: leave it out (kratos.yml:1)
                        oauth2_provider.url: "x" is refused, this server is not the login provider of an OAuth2 server; allowed: leave it out (kratos.yml:2)
                        selfservice.methods.link.enabled: "true" is refused, this method is not built yet; allowed: false (kratos.yml:3)\
                        """
                                .stripIndent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "selfservice: {methods: {link: {enabled: false}}}",
                "selfservice: {methods: {code: {passwordless_enabled: false, mfa_enabled: false}}}",
                "selfservice: {flows: {verification: {enabled: false}, recovery: {enabled: false}}}",
                "selfservice: {flows: {login: {before: {hooks: []}, after: {hooks: [], password: {hooks: []}}}}}",
                "selfservice: {methods: {password: {config: {migrate_hook: {enabled: false}}}}}",
                "selfservice: {}",
                "selfservice: {allowed_return_urls: []}",
                "session: {whoami: {tokenizer: {templates: {}}}}",
                "organizations: []",
                "dev: false"
            })
    void whatIsSoAnywayPassesInSilence(String text) {
        assertThat(yaml(text).settle(List.of())).isEmpty();
    }

    @Test
    void aHarmlessFamilyWarnsOnce() {
        String text =
                "log: {level: debug}\ncourier: {smtp: {connection_uri: x, from_name: y}, message_retries: 3}\n";
        assertThat(yaml(text).settle(List.of()))
                .extracting(warning -> warning.replaceAll("\\(/\\S*/", "("))
                .containsExactly(
                        "log.level has no effect: the environment variable LOGGING_LEVEL_ROOT sets it (kratos.yml:1)",
                        "courier.** has no effect: no message is sent yet (kratos.yml:2)");
    }
}
