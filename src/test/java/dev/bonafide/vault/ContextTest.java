package dev.bonafide.vault;

import static dev.bonafide.vault.VaultFixture.ADA;
import static dev.bonafide.vault.VaultFixture.BOB;
import static dev.bonafide.vault.VaultFixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Sealed;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContextTest {
    @Test
    void differsInEveryPartAndKind() {
        Purpose purpose = new Purpose("a", "bc");
        List<String> contexts =
                Stream.of(
                                Context.ofEvent(ADA, 1, PLACE),
                                Context.ofEvent(BOB, 1, PLACE),
                                Context.ofEvent(ADA, 2, PLACE),
                                Context.ofEvent(
                                        ADA,
                                        1,
                                        new Sealed.Place("e1i", "dentity.registered", 1, "traits")),
                                Context.ofDocument(ADA, 1, purpose),
                                Context.ofDocument(BOB, 1, purpose),
                                Context.ofDocument(ADA, 2, purpose),
                                Context.ofDocument(ADA, 1, new Purpose("ab", "c")),
                                Context.ofDataKey(ADA, 1, "k1"),
                                Context.ofDataKey(BOB, 1, "k1"),
                                Context.ofDataKey(ADA, 2, "k1"),
                                Context.ofDataKey(ADA, 1, "k2"))
                        .map(HexFormat.of()::formatHex)
                        .toList();
        assertThat(contexts).doesNotHaveDuplicates();
    }

    /** Every value in every log depends on these bytes. */
    @Test
    void spellsTheContextOfAnEventAsEver() {
        assertThat(HexFormat.of().formatHex(Context.ofEvent(ADA, 1, PLACE)))
                .isEqualTo(
                        hex("bonafide event 1")
                                + "01900000000070008000"
                                + "00000000000a"
                                + "00000001"
                                + hex("e1")
                                + hex("identity.registered")
                                + "00000001"
                                + hex("traits"));
    }

    private static String hex(String text) {
        byte[] ascii = text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return "%08x%s".formatted(ascii.length, HexFormat.of().formatHex(ascii));
    }
}
