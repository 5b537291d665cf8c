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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VaultTest {
    private final FakeKeys keys = new FakeKeys();
    private final Vault vault = vault(keys, OLD);

    @Test
    void opensWhatItSealed() {
        Stream.of("", "ada@example.com", "Ωμέγα 🎉", "x".repeat(100_000))
                .forEach(text ->
                        assertThat(vault.open(vault.seal(fresh(text), PLACE)))
                                .isEqualTo(text(text)));
    }

    @Test
    void opensAFreshValueToItsOwnText() {
        assertThat(vault.open(fresh("ada@example.com"))).isEqualTo(text("ada@example.com"));
        assertThat(keys.entries).isEmpty();
    }

    @Test
    void opensInAnotherProcessWithTheSameKeys() {
        Sealed.Closed closed = vault.seal(fresh("ada@example.com"), PLACE);
        assertThat(vault(keys, OLD).open(closed)).isEqualTo(text("ada@example.com"));
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(vault.seal(fresh("same"), PLACE).box())
                .isNotEqualTo(vault.seal(fresh("same"), PLACE).box());
    }

    @Test
    void showsNothingOfTheText() {
        Sealed.Closed closed = vault.seal(fresh("ada@example.com"), PLACE);
        assertThat(new String(closed.box(), StandardCharsets.ISO_8859_1)).doesNotContain("ada");
        assertThat(vault.open(closed).toString()).doesNotContain("ada");
    }

    @Test
    void refusesAValueWithAnyBitFlipped() {
        Sealed.Closed closed = vault.seal(fresh("ada@example.com"), PLACE);
        for (int bit = 0; bit < closed.box().length * 8; bit++) {
            byte[] box = flipped(closed.box(), bit);
            assertRefused(new Sealed.Closed(ADA, closed.keyVersion(), PLACE, box));
        }
    }

    @Test
    void refusesAValueThatWasCutOff() {
        Sealed.Closed closed = vault.seal(fresh("ada"), PLACE);
        for (int length = 0; length < closed.box().length; length++) {
            byte[] box = java.util.Arrays.copyOf(closed.box(), length);
            assertRefused(new Sealed.Closed(ADA, closed.keyVersion(), PLACE, box));
        }
    }

    @Test
    void refusesAValueMovedToAnotherPlace() {
        Sealed.Closed closed = vault.seal(fresh("ada@example.com"), PLACE);
        Stream.of(
                        new Sealed.Place("e2", "identity.registered", 1, "traits"),
                        new Sealed.Place("e1", "identity.traits-changed", 1, "traits"),
                        new Sealed.Place("e1", "identity.registered", 2, "traits"),
                        new Sealed.Place("e1", "identity.registered", 1, "name"),
                        // The same bytes with the border between two fields moved.
                        new Sealed.Place("e1i", "dentity.registered", 1, "traits"))
                .map(place -> new Sealed.Closed(ADA, closed.keyVersion(), place, closed.box()))
                .forEach(this::assertRefused);
    }

    @Test
    void refusesAValueMovedToAnotherIdentityOrKeyVersion() {
        Sealed.Closed closed = vault.seal(fresh("ada@example.com"), PLACE);
        vault.seal(new Sealed.Fresh(BOB, "bob@example.com"), PLACE);
        assertRefused(new Sealed.Closed(BOB, closed.keyVersion(), PLACE, closed.box()));
        assertRefused(new Sealed.Closed(ADA, closed.keyVersion() + 1, PLACE, closed.box()));
    }

    /** CR-03. Ninety-six random bits: a repetition among 1e5 has a chance of 6e-20. */
    @Test
    void neverUsesANonceTwice() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            nonces.add(HexFormat.of().formatHex(vault.seal(fresh("x"), PLACE).box(), 0, Box.NONCE));
        }
        assertThat(nonces).hasSize(100_000);
    }

    @Test
    void doesNotSealWhatWouldComeBackChanged() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.seal(fresh("lone \ud800 surrogate"), PLACE));
    }

    @Test
    void readsTheStoreOncePerIdentity() {
        Sealed.Closed closed = vault.seal(fresh("x"), PLACE);
        int before = keys.reads.get();
        for (int i = 0; i < 10; i++) {
            assertThat(vault.open(closed)).isEqualTo(text("x"));
        }
        assertThat(keys.reads.get()).isEqualTo(before);
    }

    private void assertRefused(Sealed.Closed value) {
        assertThatThrownBy(() -> vault.open(value)).isInstanceOf(Unavailable.class);
    }
}
