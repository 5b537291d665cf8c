package dev.bonafide.store.mongodb;

import static dev.bonafide.store.Commits.commit;
import static dev.bonafide.store.Commits.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.AppendResult.Occupied;
import dev.bonafide.store.Commits;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Keys.Entry;
import dev.bonafide.store.LogStore;
import dev.bonafide.store.NotOpened;
import dev.bonafide.store.Stores;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several processes on one database, and what is let in at all. */
class MongoStoreTest {
    private final TestMongo server = new TestMongo();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void twoNodesWriteOneLog() {
        try (MongoStore a = server.open(new FakeClock());
                MongoStore b = server.open(new FakeClock())) {
            assertThat(a.log().append(List.of(commit(1, "a", key(1, 0), key(2, 0)))))
                    .isEqualTo(new Acknowledged());
            assertThat(b.log().append(List.of(commit(1, "b", key(3, 0)))))
                    .isEqualTo(new Occupied(0));
            assertThat(b.log().vacant(2)).isFalse();
            assertThat(b.log().read(0, 10)).hasSize(1);
            assertThat(b.log().append(List.of(commit(3, "b", key(3, 0)))))
                    .isEqualTo(new Acknowledged());
            assertThat(a.log().vacant(3)).isFalse();
            assertThat(Commits.everything(a.log())).hasSize(2);
        }
    }

    @Test
    void aNodeSeesThatAnotherDestroyedAKey() {
        try (MongoStore a = server.open(new FakeClock());
                MongoStore b = server.open(new FakeClock())) {
            a.keys().putIfAbsent("data/1", new byte[] {1});
            b.keys().destroy("data/1");
            assertThat(a.keys().get("data/1")).isInstanceOf(Entry.Destroyed.class);
        }
    }

    @Test
    void whatIsOpenedForReadingWritesNothing() {
        server.open(new FakeClock()).close();
        try (LogStore reader = MongoStore.open(server.dsn(), new FakeClock(), false, false)) {
            assertThatThrownBy(() -> reader.log().append(List.of(commit(1, "a", key(1, 0)))))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> reader.keys().destroy("data/1"))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(reader.damage()).isEmpty();
        }
    }

    @Test
    void aServerThatIsNoReplicaSetIsRefused() {
        assumeFalse(server.ordersBytes(), "left out: a replica set was given");
        assertThatThrownBy(() -> Stores.open(server.dsn(), new FakeClock(), _ -> {}))
                .isInstanceOf(NotOpened.class)
                .hasMessageContaining("a replica set is needed");
    }

    @Test
    void theSuitesOfThisPackageRanAgainstARealReplicaSet() {
        assumeTrue(
                System.getenv(TestMongo.VARIABLE) != null,
                "left out: " + TestMongo.VARIABLE + " is not set, a double in this JVM stood in");
        try (var store = Stores.open(server.dsn(), new FakeClock(), _ -> {})) {
            assertThat(store.log().last()).isEmpty();
        }
    }
}
