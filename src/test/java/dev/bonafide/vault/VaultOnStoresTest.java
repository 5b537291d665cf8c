package dev.bonafide.vault;

import static dev.bonafide.vault.VaultFixture.ADA;
import static dev.bonafide.vault.VaultFixture.BOB;
import static dev.bonafide.vault.VaultFixture.NEW;
import static dev.bonafide.vault.VaultFixture.OLD;
import static dev.bonafide.vault.VaultFixture.PLACE;
import static dev.bonafide.vault.VaultFixture.fresh;
import static dev.bonafide.vault.VaultFixture.ring;
import static dev.bonafide.vault.VaultFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.store.Keys;
import dev.bonafide.store.Store;
import dev.bonafide.store.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One life of keys on the real stores: made, rewrapped, erased, opened again. */
class VaultOnStoresTest {
    @Test
    void keepsItsPromisesInMemory() {
        try (Store store = open("memory")) {
            readAgain(store.keys(), lead(store.keys()));
        }
    }

    @Test
    void keepsItsPromisesInSqliteAcrossARestart(@TempDir Path folder) {
        String dsn = "sqlite://" + folder.resolve("bonafide.db");
        Values values;
        try (Store store = open(dsn)) {
            values = lead(store.keys());
        }
        try (Store store = open(dsn)) {
            readAgain(store.keys(), values);
        }
    }

    private record Values(Sealed.Closed adas, Sealed.Closed bobs) {}

    private static Values lead(Keys keys) {
        Vault vault = new Vault(keys, ring(OLD), Entropy.system());
        Values values =
                new Values(
                        vault.seal(fresh("ada"), PLACE),
                        vault.seal(new Sealed.Fresh(BOB, "bob"), PLACE));
        vault.erase(BOB);
        assertThat(new Vault(keys, ring(NEW, OLD), Entropy.system()).rewrap()).isEqualTo(1);
        return values;
    }

    private static void readAgain(Keys keys, Values values) {
        Vault vault = new Vault(keys, ring(NEW), Entropy.system());
        vault.checkKeys();
        assertThat(vault.open(values.adas())).isEqualTo(text("ada"));
        assertThat(vault.open(values.bobs())).isEqualTo(new Opened.Erased());
        vault.erase(ADA);
        vault.forget(ADA);
        assertThat(vault.open(values.adas())).isEqualTo(new Opened.Erased());
    }

    private static Store open(String dsn) {
        return Stores.open(dsn, Clock.system(), failure -> {});
    }
}
