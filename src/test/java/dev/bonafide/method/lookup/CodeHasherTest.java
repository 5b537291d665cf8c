package dev.bonafide.method.lookup;

import static dev.bonafide.method.lookup.Fixtures.OTHER_SALT;
import static dev.bonafide.method.lookup.Fixtures.SALT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.Overloaded;
import dev.bonafide.method.HashPool;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodeHasherTest {
    private final HashPool pool = new HashPool(1, 1);
    private final CodeHasher hasher = new CodeHasher(pool, Argon2Cost::hash);

    @AfterEach
    void close() {
        pool.close();
    }

    /** Of the reference implementation's own tests: Argon2id, version 19, 64 MiB, t=2, p=1. */
    @Test
    void stretchesWithArgon2id() {
        byte[] output = new Argon2Cost(65_536, 2, 1).hash(ascii("password"), ascii("somesalt"));
        assertThat(HexFormat.of().formatHex(output))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    @Test
    void costsWhatOwaspAsksFor() {
        assertThat(Argon2Cost.USUAL).isEqualTo(new Argon2Cost(19_456, 2, 1));
    }

    @Test
    void storesTheDigestOfWhatWasStretched() {
        Argon2Cost cost = new Argon2Cost(64, 1, 1);
        byte[] stretched = cost.hash(ascii("aaaaaaa0"), HexFormat.of().parseHex(SALT));
        assertThat(hasher.hash("aaaaaaa0", new CodeSet(SALT, cost, List.of(), null)))
                .isEqualTo(HexFormat.of().formatHex(Hashes.sha256(stretched)))
                .isNotEqualTo(hasher.hash("aaaaaaa1", new CodeSet(SALT, cost, List.of(), null)))
                .isNotEqualTo(
                        hasher.hash("aaaaaaa0", new CodeSet(OTHER_SALT, cost, List.of(), null)));
    }

    @Test
    void aConfirmedSetFindsEachOfItsCodes() {
        Argon2Cost cost = new Argon2Cost(64, 1, 1);
        PendingCodes pending = PendingCodes.make(Fixtures.seeded(5));
        CodeSet set = new CodeSet(pending.salt(), cost, hasher.hashAll(pending, cost), null);
        LookupState held = LookupState.fresh(Fixtures.SET, set);
        for (int i = 0; i < 12; i++) {
            assertThat(held.find(hasher.hash(pending.codes().get(i), set))).hasValue(i);
        }
    }

    /** Half a set is never hashed, and nobody waits behind more than the queue holds. */
    @Test
    void refusesAtOnceWhenThePoolIsFull() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Runnable busy = () -> pool.run(() -> await(started, release));
        Thread first = Thread.ofVirtual().start(busy);
        started.await();
        Thread second = Thread.ofVirtual().start(() -> pool.run(() -> 1));
        while (pool.queued() == 0) {
            Thread.onSpinWait();
        }
        PendingCodes pending = PendingCodes.make(Fixtures.seeded(6));
        assertThatExceptionOfType(Overloaded.class)
                .isThrownBy(() -> hasher.hashAll(pending, Argon2Cost.USUAL));
        release.countDown();
        first.join();
        second.join();
    }

    private static int await(CountDownLatch started, CountDownLatch release) {
        started.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
