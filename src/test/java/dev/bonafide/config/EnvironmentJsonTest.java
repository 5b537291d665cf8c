package dev.bonafide.config;

import static dev.bonafide.config.Written.refusal;
import static dev.bonafide.config.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables whose value is JSON: a mapping or a list as a whole, as Kratos takes them. */
class EnvironmentJsonTest {
    record Config(@Nullable String issuer) {}

    record Totp(@Default("false") boolean enabled, Config config) {}

    record Hook(String hook) {}

    record After(List<Hook> hooks) {}

    record Urls(List<String> allowedReturnUrls) {}

    private static final String TOTP = "selfservice.methods.totp";
    private static final String FILE =
            "selfservice: {methods: {totp: {enabled: true, config: {issuer: File}}}}";

    private static Totp totp(Map<String, String> environment) {
        FileConfiguration file = yaml(FILE, environment);
        Totp totp = file.bind(TOTP, Totp.class);
        assertThat(file.settle(List.of())).isEmpty();
        return totp;
    }

    @Test
    void aMappingGoesOverTheFileKeyByKey() {
        assertThat(totp(Map.of("SELFSERVICE_METHODS_TOTP", "{\"config\":{\"issuer\":\"Shop\"}}")))
                .isEqualTo(new Totp(true, new Config("Shop")));
        assertThat(totp(Map.of("SELFSERVICE", " {\"methods\":{\"totp\":{\"enabled\":false}}}")))
                .isEqualTo(new Totp(false, new Config("File")));
    }

    @Test
    void aVariableOfOneKeyGoesBeforeThatOfItsMapping() {
        Map<String, String> both =
                Map.of(
                        "SELFSERVICE_METHODS_TOTP_CONFIG", "{\"issuer\":\"Mapping\"}",
                        "SELFSERVICE_METHODS_TOTP_CONFIG_ISSUER", "Key");
        assertThat(totp(both).config().issuer()).isEqualTo("Key");
    }

    @Test
    void aMappingMayHoldListsOfMappings() {
        String hooks = "{\"after\":{\"password\":{\"hooks\":[{\"hook\":\"session\"}]}}}";
        FileConfiguration file = yaml("{}", Map.of("SELFSERVICE_FLOWS_REGISTRATION", hooks));
        assertThat(file.bind("selfservice.flows.registration.after.password", After.class).hooks())
                .containsExactly(new Hook("session"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SELFSERVICE_METHODS_TOTP | {"enabled":"so"}            | selfservice.methods.totp.enabled: "so" is refused; allowed: true or false
                    SELFSERVICE_METHODS_TOTP | {"enabled":1}               | selfservice.methods.totp.enabled: "1" is refused; allowed: true or false
                    SELFSERVICE_METHODS_TOTP | {"enable":true}             | selfservice.methods.totp.enable: is no known key; did you mean
                    SELFSERVICE_FLOWS        | {"recovery":{"enabled":true}} | selfservice.flows.recovery.enabled: "true" is refused
                    """)
    void whatStandsInAMappingIsJudgedAsInTheFile(String name, String value, String problem) {
        assertThat(
                        refusal(() -> {
                            FileConfiguration file = yaml("{}", Map.of(name, value));
                            file.settle(List.of(() -> file.bind(TOTP, Totp.class)));
                        }))
                .startsWith(problem)
                .contains("environment variable " + name);
    }

    @Test
    void whatIsNoJsonIsRefusedAndNotShown() {
        assertThat(refusal(() -> yaml("{}", Map.of("SECRETS", "{\"cookie\": [\"hunter2\"}"))))
                .isEqualTo(
                        "secrets: the value (hidden) is refused; allowed: a JSON object (environment variable SECRETS)");
        assertThat(refusal(() -> yaml("{}", Map.of("SECRETS_COOKIE", "[\"hunter2\""))))
                .startsWith("secrets.cookie: the value (hidden) is refused; allowed: a JSON list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ' ["https://a.example"]'
                    'https://a.example'
                    """)
    void spaceBeforeAListIsNothing(String value) {
        FileConfiguration file = yaml("{}", Map.of("X_ALLOWED_RETURN_URLS", value));
        assertThat(file.bind("x", Urls.class).allowedReturnUrls())
                .containsExactly("https://a.example");
    }

    @Test
    void quotedWordsAreRefusedAndNotCut() {
        String quoted = "\"https://a.example/?x=1,2\",https://b.example";
        assertThat(
                        refusal(() ->
                                yaml("{}", Map.of("X_ALLOWED_RETURN_URLS", quoted))
                                        .bind("x", Urls.class)))
                .contains("allowed: a JSON list, or words with commas between");
    }
}
