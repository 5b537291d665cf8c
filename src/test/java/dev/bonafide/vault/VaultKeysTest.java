package dev.bonafide.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class VaultKeysTest {
    private static final byte[] RAW =
            HexFormat.of()
                    .parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1dfeff");

    @Test
    void readsTheSameKeyFromHexAndBothKindsOfBase64() {
        String hex = "hex:" + HexFormat.of().formatHex(RAW);
        String base64 = "base64:" + Base64.getEncoder().encodeToString(RAW);
        String base64url = "base64:" + Base64.getUrlEncoder().withoutPadding().encodeToString(RAW);
        List<String> id = VaultKeys.of(List.of(hex)).ids();
        assertThat(VaultKeys.of(List.of(base64)).ids()).isEqualTo(id);
        assertThat(VaultKeys.of(List.of(base64url)).ids()).isEqualTo(id);
    }

    /** Stored keys depend on these derivations for ever. */
    @Test
    void derivesTheSameIdsAsEver() {
        VaultKeys ring =
                VaultKeys.of(
                        List.of(
                                "hex:" + HexFormat.of().formatHex(RAW),
                                "a secret of plain text, long enough"));
        assertThat(ring.ids())
                .containsExactly(
                        "10600c1db57f78c80dd772d243732c60", "fa820628ba7e6077eef426b6cc35c6e3");
    }

    @Test
    void refusesAnEmptyListShortPlaceholderRepeatedAndMalformedSecrets() {
        assertRefused("at least one");
        assertRefused(
                "2 has 31 bytes",
                "a secret of plain text, long enough",
                "0123456789".repeat(3) + "x");
        assertRefused("1 has 31 bytes", "hex:" + HexFormat.of().formatHex(RAW, 1, 32));
        assertRefused("1 is not random", "hex:" + "00".repeat(32));
        assertRefused("1 is not random", "x".repeat(64));
        assertRefused(
                "2 is a repetition",
                "a secret of plain text, long enough",
                "a secret of plain text, long enough");
        assertRefused("1 is not what its prefix says", "hex:secret-not-hexadecimal-secret-not");
        assertRefused("1 is not what its prefix says", "base64:***");
    }

    @Test
    void tellsNoSecret() {
        assertThat(VaultKeys.of(List.of("a secret of plain text, long enough")).toString())
                .doesNotContain("plain text");
        assertThatThrownBy(() -> VaultKeys.of(List.of("hex:topsecret")))
                .hasMessageNotContaining("topsecret")
                .hasNoCause();
    }

    private static void assertRefused(String problem, String... secrets) {
        assertThatThrownBy(() -> VaultKeys.of(List.of(secrets)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }
}
