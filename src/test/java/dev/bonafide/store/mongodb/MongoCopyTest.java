package dev.bonafide.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.log.EventLog;
import dev.bonafide.log.LogCopier;
import dev.bonafide.log.LogCopier.Copied;
import dev.bonafide.log.LogVerifier;
import dev.bonafide.log.Meta;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.store.Commit;
import dev.bonafide.store.Commits;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Keys.Entry;
import dev.bonafide.store.LogStore;
import dev.bonafide.store.NotOpened;
import dev.bonafide.store.Store;
import dev.bonafide.store.Stores;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log moves from SQLite to MongoDB and back, and goes on there. */
class MongoCopyTest {
    private static final byte[] KEY = {1, 2, 3};

    @TempDir Path folder;

    private final TestMongo server = new TestMongo();

    @BeforeEach
    void write() {
        try (Store store = sqlite("first")) {
            raise(store, 0, 5);
            store.keys().putIfAbsent("vault/identity/a", KEY);
            store.keys().putIfAbsent("vault/identity/b", KEY);
            store.keys().destroy("vault/identity/b");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Store sqlite(String name) {
        return Stores.open("sqlite://" + folder.resolve(name), new FakeClock(), _ -> {});
    }

    private static void raise(Store store, int from, int times) {
        try (EventLog log = Example.start(store)) {
            for (int i = 0; i < times; i++) {
                log.commands().send(new RaiseTally(1, from + i + 1), Meta.system());
            }
        }
    }

    private static List<String> hashes(LogStore store) {
        return Commits.everything(store.log()).stream().map(MongoCopyTest::named).toList();
    }

    private static String named(Commit commit) {
        return commit.position() + " " + HexFormat.of().formatHex(commit.hash());
    }

    private static void assertSame(LogStore from, LogStore to) {
        assertThat(hashes(to)).isEqualTo(hashes(from));
        assertThat(new LogVerifier(to.log()).verify(List.of()).finding()).isEmpty();
        List<String> names = from.keys().names("", "", 100);
        assertThat(to.keys().names("", "", 100)).isEqualTo(names);
        assertThat(names)
                .allSatisfy(name ->
                        assertThat(to.keys().get(name))
                                .usingRecursiveComparison()
                                .isEqualTo(from.keys().get(name)));
    }

    @Test
    void thereAndBackWithPositionsHashesAndKeys() {
        try (Store first = sqlite("first");
                Store there = server.open(new FakeClock());
                Store back = sqlite("back")) {
            Copied copied = new LogCopier(first, there).copy();
            assertThat(copied.log().commits()).isEqualTo(6);
            assertThat(copied.keys()).isEqualTo(3);
            assertSame(first, there);
            assertThat(there.keys().get("vault/identity/b")).isInstanceOf(Entry.Destroyed.class);

            raise(there, 5, 2);
            assertThat(new LogCopier(there, back).copy().log().commits()).isEqualTo(8);
            assertSame(there, back);
            raise(back, 7, 1);
        }
    }

    @Test
    void aTargetThatHoldsSomethingIsRefused() {
        try (Store first = sqlite("first");
                Store there = server.open(new FakeClock())) {
            there.keys().putIfAbsent("vault/identity/c", KEY);
            assertThatThrownBy(() -> new LogCopier(first, there).copy())
                    .isInstanceOf(NotOpened.class)
                    .hasMessageContaining("the target holds");
            assertThat(there.log().last()).isEmpty();
        }
    }
}
