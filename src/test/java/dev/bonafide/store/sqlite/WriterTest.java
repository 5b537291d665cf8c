package dev.bonafide.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Unavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thread writes what many ask for. */
class WriterTest {
    private static final int CALLERS = 60;

    private final BlockingQueue<Throwable> fatal = new LinkedBlockingQueue<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Semaphore asked = new Semaphore(0);
    private DatabaseFile file;
    private FaultyDisk disk;
    private Writer writer;

    @BeforeEach
    void open(@TempDir Path directory) throws SQLException {
        file = new DatabaseFile(directory.resolve("b.db"), Schema.LOG);
        file.prepare();
        disk = new FaultyDisk(file.path());
        writer = new Writer("writer", disk, fatal::add).started();
    }

    @AfterEach
    void close() {
        gate.countDown();
        callers.close();
        writer.close();
    }

    @Test
    void writesWhatWaitsInOneTransaction() throws Exception {
        List<Future<Integer>> answers = askWhileItIsBusy(WriterTest::insert);

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(1);
        }
        assertThat(rows()).isEqualTo(CALLERS);
        assertThat(disk.commits()).isLessThan(CALLERS / 2);
    }

    @Test
    void doesTheWorkOfAllButTheOneThatThrows() throws Exception {
        List<Future<Integer>> answers =
                askWhileItIsBusy(i ->
                        link -> {
                            int inserted = insert(i).on(link);
                            if (i == 30) {
                                throw new IllegalArgumentException("thirty");
                            }
                            return inserted;
                        });

        assertThatThrownBy(() -> answers.get(30).get()).hasRootCauseMessage("thirty");
        for (Future<Integer> answer : answers) {
            assertThat(answer.state() == Future.State.FAILED || answer.get() == 1).isTrue();
        }
        assertThat(rows()).isEqualTo(CALLERS - 1);
    }

    @Test
    void writesNothingOfWorkThatFailsInSqlite() {
        assertThatThrownBy(() ->
                        writer.write(link -> {
                            insert(1).on(link);
                            return link.update("INSERT INTO nowhere VALUES (1)");
                        }))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("not written");
        assertThat(rows()).isZero();
        assertThat(writer.write(insert(2))).isEqualTo(1);
    }

    @Test
    void finishesWhatWasAskedBeforeItWasClosedAndRefusesTheRest() throws Exception {
        List<Future<Integer>> answers = askWhileItIsBusy(WriterTest::insert);
        writer.close();

        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(1);
        }
        assertThatThrownBy(() -> writer.write(insert(-1)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("closed");
        writer.close();
    }

    @Test
    void stopsAtAnErrorAndLeavesNobodyWaiting() throws Exception {
        assertThatThrownBy(() ->
                        writer.write(_ -> {
                            throw new StackOverflowError("as planned");
                        }))
                .isInstanceOf(Unavailable.class);

        assertThat(fatal.poll(30, TimeUnit.SECONDS)).hasMessage("as planned");
        assertThatThrownBy(() -> writer.write(insert(1)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("failed");
    }

    private interface Works {
        Writing.Work<Integer> of(int number);
    }

    /** Answers of as many callers as came while the writer was held up. */
    private List<Future<Integer>> askWhileItIsBusy(Works works) throws Exception {
        Future<Boolean> busy = callers.submit(ask(_ -> awaitGate()));
        asked.acquire();
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            answers.add(callers.submit(ask(works.of(i))));
        }
        asked.acquire(CALLERS);
        gate.countDown();
        assertThat(busy.get()).isTrue();
        return answers;
    }

    private <T> Callable<T> ask(Writing.Work<T> work) {
        return () -> {
            asked.release();
            return writer.write(work);
        };
    }

    private boolean awaitGate() {
        try {
            gate.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Writing.Work<Integer> insert(int number) {
        return link -> link.update("INSERT INTO keys VALUES (?, NULL)", "key " + number);
    }

    private long rows() {
        return writer.write(link ->
                link.first("SELECT count(*) FROM keys", row -> row.getLong(1)).orElseThrow());
    }
}
