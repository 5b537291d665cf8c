package dev.bonafide.vault;

import static dev.bonafide.vault.VaultFixture.ADA;
import static dev.bonafide.vault.VaultFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What is kept of keys, and of those that must not be fetched again. */
class KeyCacheTest {
    private static final DataKey KEY =
            new DataKey.Usable(1, new SecretKeySpec(new byte[32], "AES"));

    private final KeyCache cache = new KeyCache(1);

    @Test
    void staysWithinItsBound() {
        cache.get(ADA, () -> KEY);
        cache.get(BOB, () -> KEY);
        assertThat(cache.size()).isEqualTo(1);
    }

    /** The store may hold the key for a while yet: whoever destroys it may be behind. */
    @Test
    void fetchesNoErasedKeyAgainHoweverManyOthersWereUsedSince() {
        cache.erased(ADA);
        cache.get(BOB, () -> KEY);
        assertThat(cache.get(ADA, () -> KEY)).isEqualTo(new DataKey.Destroyed());
    }

    @Test
    void asksTheStoreAgainOnceItHoldsTheTrace() {
        cache.erased(ADA);
        cache.forget(ADA);
        assertThat(cache.get(ADA, () -> KEY)).isEqualTo(KEY);
    }
}
