package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bonafide.Application;
import dev.bonafide.cli.SpringServer;
import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.FileConfiguration;
import dev.bonafide.kernel.Entropy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kratos' own examples, read from a checkout of it: they start, or are refused by the keys of what
 * is not built. Store, ports, keys and the hash's cost are ours; all else is theirs.
 */
class KratosProfilesTest {
    private static final String CHECKOUT = "BONAFIDE_TEST_KRATOS";
    private static final Pattern SCHEMA = Pattern.compile("url: file://(\\S*schema\\S*)");

    private static final Pattern MAPPER = Pattern.compile("mapper_url: file://(\\S+)");

    @TempDir Path folder;

    @BeforeEach
    void theCheckoutIsThere() {
        assumeThat(System.getenv(CHECKOUT))
                .as("left out: " + CHECKOUT + " names no checkout of Kratos")
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "starts",
            textBlock =
                    """
                    all-strategies | selfservice.flows.recovery.enabled
                    cloud          | selfservice.flows.recovery.enabled selfservice.flows.verification.enabled
                    email-password | selfservice.methods.link.enabled selfservice.flows.recovery.enabled selfservice.flows.verification.enabled
                    passkey        | starts
                    phone-password | selfservice.methods.link.enabled selfservice.flows.recovery.enabled selfservice.flows.verification.enabled
                    webauthn       | selfservice.methods.link.enabled selfservice.flows.recovery.enabled selfservice.flows.verification.enabled
                    """)
    void quickstarts(String name, String keys) throws Exception {
        assertThat(refused("contrib/quickstart/kratos/" + name + "/kratos.yml"))
                .containsExactlyElementsOf(words(keys));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "starts",
            textBlock =
                    """
                    email             | starts
                    mobile            | selfservice.flows.recovery.enabled
                    mfa               | selfservice.methods.code.mfa_enabled
                    mfa-optional      | selfservice.methods.code.mfa_enabled
                    code              | selfservice.methods.code.passwordless_enabled selfservice.flows.login.after.code.hooks.0.hook selfservice.flows.verification.enabled selfservice.flows.recovery.enabled
                    network           | identity.schemas.0.url selfservice.flows.registration.after.hooks.0.hook selfservice.flows.login.before.hooks.0.hook selfservice.flows.verification.enabled
                    oidc              | starts
                    oidc-provider     | selfservice.flows.recovery.enabled oauth2_provider.url
                    passkey           | starts
                    passwordless      | starts
                    recovery          | selfservice.methods.link.enabled selfservice.flows.recovery.enabled
                    recovery-mfa      | methods
                    spa               | selfservice.flows.verification.enabled selfservice.flows.recovery.enabled
                    two-steps         | selfservice.methods.link.enabled selfservice.methods.code.passwordless_enabled selfservice.flows.recovery.enabled
                    verification      | selfservice.methods.link.enabled selfservice.flows.verification.enabled
                    webhooks          | selfservice.flows.registration.after.password.hooks.1.hook selfservice.flows.login.after.password.hooks.0.hook
                    """)
    void endToEndProfiles(String name, String keys) throws Exception {
        String own = "test/e2e/profiles/" + name + "/.kratos.yml";
        assertThat(refused("test/e2e/profiles/kratos.base.yml", own))
                .containsExactlyElementsOf(words(keys));
    }

    private static List<String> words(String keys) {
        return keys == null ? List.of() : List.of(keys.split(" "));
    }

    /** The keys that these files are refused by; none where they start. */
    private List<String> refused(String... files) throws Exception {
        Path checkout = Path.of(System.getenv(CHECKOUT));
        List<Path> paths = Stream.of(files).map(checkout::resolve).toList();
        try (AutoCloseable server = start(paths, ours(checkout, paths.getLast()))) {
            assertThat(server).isNotNull();
            return List.of();
        } catch (BadConfiguration bad) {
            return bad.all().stream().map(BadConfiguration::key).toList();
        }
    }

    private static AutoCloseable start(List<Path> files, Map<String, String> environment) {
        return new SpringServer(Application.class)
                .start(FileConfiguration.load(files, true, environment, Entropy.system()));
    }

    private Map<String, String> ours(Path checkout, Path file) throws IOException {
        Map<String, String> all =
                new TreeMap<>(
                        Map.of(
                                "BONAFIDE_DSN", "memory",
                                "BONAFIDE_KEYS_FILE", folder.resolve("keys").toString(),
                                "SERVE_PUBLIC_PORT", "0",
                                "SERVE_ADMIN_PORT", "0",
                                "SERVE_ADMIN_HOST", "127.0.0.1",
                                "HASHERS_ARGON2_MEMORY", "19MB",
                                "HASHERS_ARGON2_ITERATIONS", "2"));
        Matcher schema = SCHEMA.matcher(Files.readString(file));
        for (int i = 0; schema.find(); i++) {
            all.put("IDENTITY_SCHEMAS_" + i + "_URL", "file://" + found(checkout, file, schema));
        }
        Matcher mapper = MAPPER.matcher(Files.readString(file));
        for (int i = 0; mapper.find(); i++) {
            all.put(
                    "SELFSERVICE_METHODS_OIDC_CONFIG_PROVIDERS_" + i + "_MAPPER_URL",
                    "file://" + checkout.resolve(mapper.group(1)));
        }
        return all;
    }

    /** Schemas lie in the checkout, or where a container has them and the example beside it. */
    private static Path found(Path checkout, Path file, Matcher schema) {
        Path named = Path.of(schema.group(1));
        return named.isAbsolute()
                ? file.resolveSibling(named.getFileName().toString())
                : checkout.resolve(named).normalize();
    }
}
