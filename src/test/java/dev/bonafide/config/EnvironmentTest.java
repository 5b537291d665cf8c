package dev.bonafide.config;

import static dev.bonafide.config.Written.refusal;
import static dev.bonafide.config.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
    record Flow(
            @Nullable String uiUrl,
            @Default("1h") Duration lifespan,
            @Default("false") boolean enabled) {}

    record Schema(String id, String url) {}

    record Identity(List<Schema> schemas) {}

    record Words(List<String> allowedReturnUrls) {}

    @Test
    void aVariableGoesBeforeTheFile() {
        Map<String, String> environment =
                Map.of(
                        "SELFSERVICE_FLOWS_LOGIN_UI_URL", "https://env.example/login",
                        "SELFSERVICE_FLOWS_LOGIN_LIFESPAN", "10m",
                        "SELFSERVICE_FLOWS_LOGIN_ENABLED", "true");
        FileConfiguration file =
                yaml("selfservice: {flows: {login: {ui_url: https://file.example/}}}", environment);
        assertThat(file.bind("selfservice.flows.login", Flow.class))
                .isEqualTo(new Flow("https://env.example/login", Duration.ofMinutes(10), true));
    }

    @ParameterizedTest
    @CsvSource({
        "X_ENABLED, yes",
        "X_ENABLED, 1",
        "X_ENABLED, TRUE",
        "X_LIFESPAN, 5",
        "X_LIFESPAN, ' 5m'"
    })
    void aVariableIsReadAsStrictlyAsTheFile(String name, String value) {
        assertThat(refusal(() -> yaml("{}", Map.of(name, value)).bind("x", Flow.class)))
                .startsWith(
                        "x."
                                + name.substring(2).toLowerCase(java.util.Locale.ROOT)
                                + ": \""
                                + value
                                + "\" is refused; allowed: ")
                .endsWith(" (environment variable " + name + ")");
    }

    @Test
    void anEmptyVariableIsNotSet() {
        assertThat(yaml("x: {ui_url: a}", Map.of("X_UI_URL", "")).bind("x", Flow.class).uiUrl())
                .isEqualTo("a");
    }

    /** As in Kratos, which does not say which of two spellings counts. */
    @Test
    void theCaseOfANameSaysNothingButCapitalsGoFirst() {
        assertThat(yaml("x: {ui_url: a}", Map.of("x_ui_url", "b")).bind("x", Flow.class).uiUrl())
                .isEqualTo("b");
        Map<String, String> both = Map.of("x_ui_url", "b", "X_UI_URL", "c", "X_Ui_Url", "d");
        assertThat(yaml("x: {ui_url: a}", both).bind("x", Flow.class).uiUrl()).isEqualTo("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://a.example, https://b.example
                    ["https://a.example", "https://b.example"]
                    """)
    void aListIsJsonOrWordsWithCommas(String value) {
        FileConfiguration file =
                yaml("x: {allowed_return_urls: [a, b, c]}", Map.of("X_ALLOWED_RETURN_URLS", value));
        assertThat(file.bind("x", Words.class).allowedReturnUrls())
                .containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void anIndexSetsOneItemAndMayAddTheNext() {
        Map<String, String> environment =
                Map.of(
                        "X_ALLOWED_RETURN_URLS_1",
                        "second",
                        "X_ALLOWED_RETURN_URLS_2",
                        "third",
                        "X_ALLOWED_RETURN_URLS_9",
                        "far");
        FileConfiguration file = yaml("x: {allowed_return_urls: [a, b]}", environment);
        assertThat(file.bind("x", Words.class).allowedReturnUrls())
                .containsExactly("a", "second", "third");
    }

    @Test
    void anIndexReachesIntoRecords() {
        Map<String, String> environment =
                Map.of(
                        "IDENTITY_SCHEMAS_0_URL", "file:///new.json",
                        "IDENTITY_SCHEMAS_1_ID", "staff",
                        "IDENTITY_SCHEMAS_1_URL", "file:///staff.json");
        FileConfiguration file =
                yaml("identity: {schemas: [{id: default, url: 'file:///old.json'}]}", environment);
        assertThat(file.bind("identity", Identity.class).schemas())
                .containsExactly(
                        new Schema("default", "file:///new.json"),
                        new Schema("staff", "file:///staff.json"));
    }

    @Test
    void aListOfRecordsIsReadFromJson() {
        Map<String, String> environment =
                Map.of("IDENTITY_SCHEMAS", "[{\"id\": \"a\", \"url\": \"u\"}]");
        FileConfiguration file =
                yaml("identity: {schemas: [{id: x, url: y}, {id: z, url: y}]}", environment);
        assertThat(file.bind("identity", Identity.class).schemas())
                .containsExactly(new Schema("a", "u"));
        assertThat(file.settle(List.of())).isEmpty();
    }

    @Test
    void namesWhatFileOrEnvironmentSays() {
        FileConfiguration file =
                yaml("x: {ui_url: a, list: [{id: b}]}", Map.of("X_LIFESPAN", "5m"));
        assertThat(List.of("x", "x.ui_url", "x.list.0.id", "x.lifespan")).allMatch(file::names);
        assertThat(List.of("x.enabled", "y", "x.ui_url.z", "x.list.1")).noneMatch(file::names);
    }

    @Test
    void aVariableOfAKeyThatIsRefusedStopsTheStart() {
        assertThat(
                        refusal(() ->
                                yaml("{}", Map.of("SELFSERVICE_FLOWS_RECOVERY_ENABLED", "true"))
                                        .settle(List.of())))
                .isEqualTo(
                        "selfservice.flows.recovery.enabled: \"true\" is refused, recovery is not built yet; allowed: false"
                                + " (environment variable SELFSERVICE_FLOWS_RECOVERY_ENABLED)");
        assertThat(
                        refusal(() ->
                                yaml("{}", Map.of("OAUTH2_PROVIDER_URL", "http://hydra:4445"))
                                        .settle(List.of())))
                .startsWith("oauth2_provider.url: is refused");
        assertThat(
                        refusal(() ->
                                yaml(
                                                "{}",
                                                Map.of(
                                                        "SELFSERVICE_FLOWS_LOGIN_BEFORE_HOOKS",
                                                        "[{\"hook\":\"web_hook\"}]"))
                                        .settle(List.of())))
                .startsWith("selfservice.flows.login.before.hooks: is refused");
    }

    @Test
    void variablesOfOtherProgramsAreLeftAlone() {
        Map<String, String> environment =
                Map.of(
                        "VERSION", "7", "HELP", "me", "DEV", "true", "CONFIG", "x", "SESSION", "y",
                        "HOME", "/");
        assertThat(yaml("{}", environment).settle(List.of())).isEmpty();
    }

    @Test
    void warnsOfAVariableOfOursThatSetsNothing() {
        assertThat(
                        yaml(
                                        "{}",
                                        Map.of(
                                                "BONAFIDE_VAULT_KEY",
                                                "x",
                                                "BONAFIDE_TEST_MONGODB_URI",
                                                "y"))
                                .settle(List.of()))
                .containsExactly(
                        "environment variable BONAFIDE_VAULT_KEY sets nothing; did you mean BONAFIDE_VAULT_KEYS_0?");
    }
}
