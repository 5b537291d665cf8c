package dev.bonafide.vault;

import static dev.bonafide.vault.VaultFixture.ADA;
import static dev.bonafide.vault.VaultFixture.OLD;
import static dev.bonafide.vault.VaultFixture.PLACE;
import static dev.bonafide.vault.VaultFixture.fresh;
import static dev.bonafide.vault.VaultFixture.text;
import static dev.bonafide.vault.VaultFixture.vault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class VaultConcurrencyTest {
    private static final int NODES = 8;

    /** Every node finds the key absent before any of them stores one. */
    @Test
    void makesOneKeyAtAConcurrentFirstUse() throws Exception {
        CyclicBarrier allHaveLooked = new CyclicBarrier(NODES);
        FakeKeys keys =
                new FakeKeys() {
                    @Override
                    public Entry get(String name) {
                        Entry entry = super.get(name);
                        if (entry instanceof Entry.Absent && name.equals(DataKeys.name(ADA))) {
                            await(allHaveLooked);
                        }
                        return entry;
                    }
                };
        List<Sealed.Closed> sealed = inParallel(() -> vault(keys, OLD).seal(fresh("x"), PLACE));
        assertThat(keys.names(DataKeys.PREFIX, "", 10)).hasSize(1);
        Vault reader = vault(keys, OLD);
        assertThat(sealed).allSatisfy(v -> assertThat(reader.open(v)).isEqualTo(text("x")));
    }

    /** The load reads the key, then the erasure is passed, then the load ends. */
    @Test
    void doesNotRememberAKeyLoadedBeforeAnErasureAndReturnedAfterIt() {
        FakeKeys keys = new FakeKeys();
        Sealed.Closed closed = vault(keys, OLD).seal(fresh("x"), PLACE);
        Vault[] slow = new Vault[1];
        FakeKeys erasedMeanwhile =
                new FakeKeys() {
                    @Override
                    public Entry get(String name) {
                        Entry before = keys.get(name);
                        keys.destroy(name);
                        slow[0].forget(ADA);
                        return before;
                    }
                };
        slow[0] = vault(erasedMeanwhile, OLD);
        assertThat(slow[0].open(closed)).isEqualTo(text("x"));
        assertThat(slow[0].open(closed)).isEqualTo(new Opened.Erased());
    }

    @Test
    void keepsABoundedNumberOfOpenKeys() {
        KeyCache cache = new KeyCache(3);
        for (int i = 0; i < 10; i++) {
            cache.get(new IdentityId(new UUID(0, i)), DataKey.Destroyed::new);
        }
        assertThat(cache.size()).isEqualTo(3);
    }

    private static <T> List<T> inParallel(Callable<T> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                futures.add(threads.submit(work));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
