package dev.bonafide.vault;

import static dev.bonafide.vault.VaultFixture.ADA;
import static dev.bonafide.vault.VaultFixture.BOB;
import static dev.bonafide.vault.VaultFixture.OLD;
import static dev.bonafide.vault.VaultFixture.PLACE;
import static dev.bonafide.vault.VaultFixture.flipped;
import static dev.bonafide.vault.VaultFixture.fresh;
import static dev.bonafide.vault.VaultFixture.text;
import static dev.bonafide.vault.VaultFixture.vault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Unavailable;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Short-lived values in documents, outside the log. */
class VaultDocumentTest {
    private static final Purpose PURPOSE = new Purpose("settings/pending", "flow-1");

    private final Vault vault = vault(new FakeKeys(), OLD);
    private final String box = vault.sealFor(ADA, PURPOSE, "otpauth://…");

    @Test
    void opensWhatItSealed() {
        assertThat(vault.openFor(ADA, PURPOSE, box)).isEqualTo(text("otpauth://…"));
        assertThat(box).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void refusesAValueMovedToAnotherOwnerUseOrDocument() {
        vault.sealFor(BOB, PURPOSE, "bob has a key");
        assertRefused(BOB, PURPOSE, box);
        assertRefused(ADA, new Purpose("settings/other", "flow-1"), box);
        assertRefused(ADA, new Purpose("settings/pending", "flow-2"), box);
        assertRefused(ADA, new Purpose("settings/pendingf", "low-1"), box);
    }

    @Test
    void refusesAValueWithAnyBitFlippedOrCutOff() {
        byte[] whole = Base64.getUrlDecoder().decode(box);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            assertRefused(ADA, PURPOSE, encoded(flipped(whole, bit)));
        }
        for (int length = 0; length < whole.length; length++) {
            assertRefused(ADA, PURPOSE, encoded(java.util.Arrays.copyOf(whole, length)));
        }
        assertRefused(ADA, PURPOSE, "not base64!");
    }

    @Test
    void neverTakesAValueOfTheLogForOneOfADocument() {
        Sealed.Closed closed = vault.seal(fresh("x"), PLACE);
        byte[] forged = new byte[4 + closed.box().length];
        forged[3] = (byte) closed.keyVersion();
        System.arraycopy(closed.box(), 0, forged, 4, closed.box().length);
        assertRefused(ADA, PURPOSE, encoded(forged));
    }

    @Test
    void opensAsErasedOnceTheOwnerIs() {
        vault.erase(ADA);
        assertThat(vault.openFor(ADA, PURPOSE, box)).isEqualTo(new Opened.Erased());
    }

    private void assertRefused(IdentityId owner, Purpose purpose, String value) {
        assertThatThrownBy(() -> vault.openFor(owner, purpose, value))
                .isInstanceOf(Unavailable.class);
    }

    private static String encoded(byte[] whole) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }
}
