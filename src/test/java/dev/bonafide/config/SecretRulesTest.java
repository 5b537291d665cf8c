package dev.bonafide.config;

import static dev.bonafide.config.Written.SECRETS;
import static dev.bonafide.config.Written.refusal;
import static dev.bonafide.config.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretRulesTest {
    private static final String VAULT = SECRETS.getOrDefault("BONAFIDE_VAULT_KEYS", "");

    @TempDir Path folder;

    private static String refused(Map<String, String> environment) {
        return refusal(() -> Written.load(List.of("{}"), "kratos.yml", environment, false));
    }

    @Test
    void aFileWithoutSecretsOfItsOwnIsRefused() {
        assertThat(refused(Map.of())).startsWith("secrets.default: is missing");
        assertThat(refused(Map.of("BONAFIDE_VAULT_KEYS", VAULT)))
                .startsWith("secrets.default: is missing");
        assertThat(refused(Map.of("SECRETS_COOKIE", "kG7#q9vLw2!xRt5zPm")))
                .startsWith("bonafide.vault.keys: is missing");
        assertThat(
                        refused(
                                Map.of(
                                        "SECRETS_CIPHER",
                                        "kG7#q9vLw2!xRt5zPm",
                                        "BONAFIDE_VAULT_KEYS",
                                        VAULT)))
                .startsWith("secrets.default: is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SECRETS_DEFAULT     | kG7#q9vLw2!xRt5         | secrets.default.0: has only 15 characters; allowed: 16 or more
                    SECRETS_COOKIE      | PLEASE-CHANGE-ME-I-AM-VERY-INSECURE | secrets.cookie.0: is a sample that everybody knows
                    SECRETS_CIPHER      | 32-LONG-SECRET-NOT-SECURE-AT-ALL | secrets.cipher.0: is a sample that everybody knows
                    SECRETS_DEFAULT     | youReallyNeedToChangeThis | secrets.default.0: is a sample that everybody knows
                    SECRETS_DEFAULT     | ["kG7#q9vLw2!xRt5zPm", "aaaaaaaaaaaaaaaaaaaa"] | secrets.default.1: repeats a few characters
                    SECRETS_PAGINATION  | abcabcabcabcabcabcabc   | secrets.pagination.0: repeats a few characters
                    BONAFIDE_VAULT_KEYS | hV3-yU8_nB1.cX6~lK4+oJ0=eD9*sA2 | bonafide.vault.keys.0: has only 31 characters; allowed: 32 or more
                    """)
    void weakSecretsAreRefusedWithoutShowingThem(String name, String value, String message) {
        assertThat(refusal(() -> yaml("{}", Map.of(name, value))))
                .startsWith(message)
                .doesNotContain(value);
    }

    @Test
    void developmentStartsWithSampleSecretsAndSaysSo() {
        Path keys = folder.resolve("keys");
        Map<String, String> environment =
                Map.of(
                        "SECRETS_COOKIE",
                        "PLEASE-CHANGE-ME-I-AM-VERY-INSECURE",
                        "BONAFIDE_KEYS_FILE",
                        keys.toString(),
                        "SERVE_ADMIN_HOST",
                        "::1");
        FileConfiguration configuration =
                Written.load(List.of("{}"), "kratos.yml", environment, true);
        assertThat(configuration.dev()).isTrue();
        assertThat(SecretsSettings.of(configuration).forCookies())
                .containsExactly("PLEASE-CHANGE-ME-I-AM-VERY-INSECURE");
        assertThat(VaultSettings.of(configuration).keys()).hasSize(1);
        assertThat(configuration.settle(List.of()))
                .containsExactly(
                        "for development only: secrets.cookie.0: is a sample that everybody knows; allowed: 16 or more random"
                                + " characters, such as those of: openssl rand -base64 32");
    }

    @Test
    void aFileThatNamesAFileOfKeysHasThemMade() {
        Path keys = folder.resolve("deep/keys");
        String text = "bonafide: {keys_file: " + keys + "}";
        FileConfiguration first = Written.load(List.of(text), "kratos.yml", Map.of(), false);
        FileConfiguration second = Written.load(List.of(text), "kratos.yml", Map.of(), false);
        assertThat(first.madeKeys()).isTrue();
        assertThat(second.madeKeys()).isFalse();
        assertThat(second.keysFile()).hasValue(keys);
        assertThat(VaultSettings.of(second)).isEqualTo(VaultSettings.of(first));
        assertThat(SecretsSettings.of(second).common())
                .isNotEqualTo(VaultSettings.of(second).keys());
        assertThat(first.names("secrets.default")).isFalse();
    }

    @Test
    void makesNoFileWhereTheOperatorGaveBoth() {
        Path keys = folder.resolve("keys");
        FileConfiguration configuration = yaml("{}", Map.of("BONAFIDE_KEYS_FILE", keys.toString()));
        assertThat(configuration.keysFile()).isEmpty();
        assertThat(Files.exists(keys)).isFalse();
    }

    @Test
    void settingsDoNotPrintTheirSecrets() {
        FileConfiguration configuration = yaml("{}");
        assertThat(SecretsSettings.of(configuration).toString() + VaultSettings.of(configuration))
                .isEqualTo("SecretsSettings[hidden]VaultSettings[hidden]");
    }
}
