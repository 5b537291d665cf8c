package dev.bonafide.config;

import static dev.bonafide.config.Written.refusal;
import static dev.bonafide.config.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files in the shapes that Kratos' operators have: they start, or are refused by the right key. */
class KratosFilesTest {
    record Whoami(String requiredAal) {}

    record Session(Whoami whoami) {}

    /** What the rooms of this server bind. */
    private static FileConfiguration bound(FileConfiguration file) {
        EveryRoom.bound().forEach(each -> file.bind(each.path(), each.type()));
        return file;
    }

    private static List<String> harmless(FileConfiguration file) {
        return bound(file).settle(List.of()).stream()
                .map(warning -> warning.replaceAll(" has no effect.*", ""))
                .toList();
    }

    private static final String PASSWORDS_AND_APPS =
            """
            version: v1.3.0
            dsn: memory
            serve:
              public:
                base_url: https://id.shop.example/
                cors: {enabled: true, allowed_origins: ["https://shop.example"]}
              admin:
                base_url: http://kratos-admin:4434/
            selfservice:
              default_browser_return_url: https://shop.example/
              allowed_return_urls: ["https://shop.example", "https://help.shop.example"]
              methods:
                password: {enabled: true}
                totp: {enabled: true, config: {issuer: Shop}}
                lookup_secret: {enabled: true}
                code: {enabled: true}
              flows:
                error: {ui_url: "https://shop.example/error"}
                login: {ui_url: "https://shop.example/login", lifespan: 10m}
                settings: {ui_url: "https://shop.example/me", privileged_session_max_age: 15m, required_aal: aal1}
                registration:
                  ui_url: https://shop.example/join
                  after:
                    password:
                      hooks: [{hook: session}]
                logout: {after: {default_browser_return_url: "https://shop.example/login"}}
                recovery: {enabled: false, ui_url: "https://shop.example/recovery", use: code}
            session: {whoami: {required_aal: aal1}}
            log: {level: info, format: json}
            hashers: {algorithm: bcrypt, bcrypt: {cost: 10}}
            ciphers: {algorithm: xchacha20-poly1305}
            identity:
              default_schema_id: customer
              schemas: [{id: customer, url: "file:///etc/config/customer.schema.json"}]
            courier: {smtp: {connection_uri: "smtps://u:p@mail:1025/"}}
            """;

    @Test
    void passwordsWithAuthenticatorAppsStart() {
        FileConfiguration file = yaml(PASSWORDS_AND_APPS);
        assertThat(file.bind("session", Session.class).whoami().requiredAal()).isEqualTo("aal1");
        assertThat(harmless(file))
                .containsExactly(
                        "version",
                        "selfservice.methods.code.enabled",
                        "selfservice.flows.recovery.**",
                        "log.level",
                        "log.format",
                        "hashers.bcrypt.cost",
                        "ciphers.algorithm",
                        "courier.**");
    }

    @Test
    void aFileWithRecoveryIsRefusedByTheSwitchOfTheFlow() {
        FileConfiguration file =
                yaml(
                        PASSWORDS_AND_APPS.replace(
                                "recovery: {enabled: false", "recovery: {enabled: true"));
        assertThat(refusal(() -> bound(file).settle(List.of())))
                .isEqualTo(
                        "selfservice.flows.recovery.enabled: \"true\" is refused, recovery is not built yet; allowed: false (kratos.yml:27)");
    }

    @Test
    void codesAreRefusedByTheirUses() {
        String text =
                """
                selfservice:
                  default_browser_return_url: https://app.example/
                  methods:
                    password: {enabled: false}
                    webauthn: {enabled: true, config: {passwordless: true, rp: {id: app.example, display_name: App}}}
                    passkey: {enabled: true, config: {rp: {id: app.example, origins: ["https://app.example"]}}}
                    code: {passwordless_enabled: true, mfa_enabled: true}
                """;
        assertThat(refusal(() -> bound(yaml(text)).settle(List.of())))
                .startsWith(
                        "selfservice.methods.code.passwordless_enabled: \"true\" is refused, this use of the method is not built yet; allowed: false")
                .contains("\nselfservice.methods.code.mfa_enabled: \"true\" is refused");
    }

    @Test
    void webHooksAndAForeignPasswordStoreAreRefused() {
        String text =
                """
                selfservice:
                  methods:
                    password: {config: {migrate_hook: {enabled: true, config: {url: "https://old.example/check"}}}}
                  flows:
                    login:
                      after:
                        password:
                          hooks:
                            - hook: web_hook
                              config: {url: "https://crm.example/login", method: POST, auth: {type: api_key}}
                """;
        assertThat(refusal(() -> bound(yaml(text)).settle(List.of())))
                .startsWith(
                        "selfservice.methods.password.config.migrate_hook.enabled: \"true\" is refused")
                .contains("selfservice.flows.login.after.password.hooks.0.hook");
    }

    @Test
    void aProviderOfAnOAuth2ServerIsRefused() {
        assertThat(
                        refusal(() ->
                                bound(
                                                yaml(
                                                        "{}",
                                                        Map.of(
                                                                "OAUTH2_PROVIDER_URL",
                                                                "http://hydra:4445")))
                                        .settle(List.of())))
                .startsWith(
                        "oauth2_provider.url: is refused, this server is not the login provider of an OAuth2 server");
    }

    @Test
    void theConfigurationInTheJarHasNothingThatNobodyReads() {
        FileConfiguration shipped =
                FileConfiguration.load(
                        List.of(), false, Written.SECRETS, dev.bonafide.kernel.Entropy.system());
        bound(shipped);
        record Password(int minPasswordLength) {}
        assertThat(
                        shipped.bind("selfservice.methods.password.config", Password.class)
                                .minPasswordLength())
                .isEqualTo(15);
        assertThat(shipped.settle(List.of())).isEmpty();
        assertThat(shipped.isShipped()).isTrue();
        assertThat(shipped.names("dsn")).isFalse();
        assertThat(ServeSettings.of(shipped).publicApi().baseUrl())
                .hasToString("http://localhost:4433/");
        assertThat(ServeSettings.of(shipped).publicApi().isLoopback()).isTrue();
    }
}
