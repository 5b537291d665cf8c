package dev.bonafide.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.ExampleHandler;
import dev.bonafide.log.example.Tally;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Store;
import dev.bonafide.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole log over its default store. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SqliteEventLogTest {
    private static final int THREADS = 32;
    private static final int COMMANDS = 60;

    @TempDir Path folder;

    private final FakeClock clock = new FakeClock();

    private Store store() {
        return SqliteStore.open(folder.resolve("log.db"), clock, failure -> {});
    }

    private EventLog open(Store store) {
        EventLog log =
                EventLog.open(
                        store,
                        Example.node(clock),
                        Example.model(),
                        new EventLog.Settings(
                                Duration.ofSeconds(60), Duration.ofNanos(100_000), 50));
        log.start(List.of(new ExampleHandler(log.aggregates())), List.of());
        return log;
    }

    /** The follower sees a batch before its writer hears that it is stored. */
    @Test
    void loadsNewStreamsWhileItIsFollowedClosely() throws Exception {
        try (Store store = store();
                EventLog log = open(store);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all =
                    IntStream.range(0, THREADS)
                            .<Callable<Boolean>>mapToObj(thread -> () -> raise(log, thread))
                            .toList();
            assertThat(threads.invokeAll(all)).allMatch(Future::resultNow);
            assertThat(log.position()).isEqualTo(1 + THREADS * COMMANDS);
            assertThat(new LogVerifier(store.log()).verify(List.of()).finding()).isEmpty();
        }
    }

    private static boolean raise(EventLog log, int thread) {
        for (int i = 0; i < COMMANDS; i++) {
            log.commands().send(new RaiseTally(thread * 1_000L + i, 1), Meta.system());
        }
        return true;
    }

    @Test
    void findsItsStateInTheFileAfterARestart() {
        try (Store store = store();
                EventLog log = open(store)) {
            log.commands().send(new RaiseTally(1, 5), Meta.system());
        }
        try (Store store = store();
                EventLog log = open(store)) {
            assertThat(log.folds().read(Tally.FOLD, Tally.stream(1)).state().total()).isEqualTo(5);
            assertThat(log.commands().send(new RaiseTally(1, 1), Meta.system()).answer())
                    .isEqualTo(6);
        }
    }
}
