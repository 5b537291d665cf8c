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

import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Erased, missing and damaged keys: three things that must never be taken for one another. */
@ExtendWith(OutputCaptureExtension.class)
class VaultErasureTest {
    private final FakeKeys keys = new FakeKeys();
    private final Vault vault = vault(keys, OLD);
    private final Sealed.Closed value = vault.seal(fresh("ada@example.com"), PLACE);

    @Test
    void opensAsErasedOnceTheKeyIsDestroyed() {
        vault.erase(ADA);
        vault.erase(ADA);
        assertThat(vault.open(value)).isEqualTo(new Opened.Erased());
        assertThat(vault(keys, OLD).open(value)).isEqualTo(new Opened.Erased());
    }

    @Test
    void keepsNothingThatCouldOpenAnErasedValue() {
        String name = DataKeys.name(ADA);
        byte[] wrapped = keys.held(name);
        vault.erase(ADA);
        assertThat(keys.get(name)).isEqualTo(new Keys.Entry.Destroyed());
        assertThat(keys.entries.values())
                .noneMatch(entry ->
                        entry instanceof Keys.Entry.Held held
                                && java.util.Arrays.equals(held.value(), wrapped));
    }

    @Test
    void leavesOtherIdentitiesAlone() {
        Sealed.Closed bobs = vault.seal(new Sealed.Fresh(BOB, "bob@example.com"), PLACE);
        vault.erase(ADA);
        assertThat(vault.open(bobs)).isEqualTo(text("bob@example.com"));
    }

    @Test
    void sealsNothingMoreForAnErasedIdentity() {
        vault.erase(ADA);
        assertThatThrownBy(() -> vault.seal(fresh("again"), PLACE))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("identity.erased"));
    }

    @Test
    void makesNoKeyForAnIdentityErasedBeforeItHadOne() {
        vault.erase(BOB);
        assertThatThrownBy(() -> vault.seal(new Sealed.Fresh(BOB, "late"), PLACE))
                .isInstanceOf(Refused.class);
    }

    /** Another node erased; this one learns of it when its tail passes the event. */
    @Test
    void opensNothingOnceTheLogSaysErasedThoughTheKeyIsNotDestroyedYet() {
        assertThat(vault.open(value)).isEqualTo(text("ada@example.com"));
        vault.forget(ADA);
        assertThat(vault.open(value)).isEqualTo(new Opened.Erased());
        assertThat(keys.get(DataKeys.name(ADA))).isInstanceOf(Keys.Entry.Held.class);
        assertThatThrownBy(() -> vault.seal(fresh("again"), PLACE)).isInstanceOf(Refused.class);
    }

    @Test
    void raisesAnAlarmForAMissingKeyAndNeverCallsItErased(CapturedOutput output) {
        keys.lose(DataKeys.name(ADA));
        assertThatThrownBy(() -> vault(keys, OLD).open(value)).isInstanceOf(Unavailable.class);
        assertThat(output)
                .contains("alarm vault.key-missing")
                .contains(ADA.toString())
                .contains("was never erased");
    }

    @Test
    void raisesAnAlarmForAWrappedKeyWithAnyBitFlipped(CapturedOutput output) {
        String name = DataKeys.name(ADA);
        byte[] wrapped = keys.held(name);
        for (int bit = 0; bit < wrapped.length * 8; bit++) {
            keys.entries.put(name, new Keys.Entry.Held(flipped(wrapped, bit)));
            Vault unaware = vault(keys, OLD);
            assertThatThrownBy(() -> unaware.open(value)).isInstanceOf(Unavailable.class);
        }
        assertThat(output).contains("alarm vault.key-broken");
    }

    @Test
    void refusesAKeyMovedToAnotherIdentity() {
        Sealed.Closed bobs = vault.seal(new Sealed.Fresh(BOB, "bob"), PLACE);
        keys.entries.put(DataKeys.name(BOB), keys.get(DataKeys.name(ADA)));
        Vault unaware = vault(keys, OLD);
        assertThatThrownBy(() -> unaware.open(bobs)).isInstanceOf(Unavailable.class);
        // Nor is anything sealed for Bob under a key that would outlive his erasure.
        assertThatThrownBy(() -> unaware.seal(new Sealed.Fresh(BOB, "more"), PLACE))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void tellsNoSecretInAnAlarm(CapturedOutput output) {
        assertThatThrownBy(() ->
                        vault.open(new Sealed.Closed(ADA, 1, PLACE, flipped(value.box(), 200))))
                .isInstanceOf(Unavailable.class);
        assertThat(output).contains("alarm vault.value-broken").doesNotContain("ada@example.com");
    }
}
