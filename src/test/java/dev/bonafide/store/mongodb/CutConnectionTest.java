package dev.bonafide.store.mongodb;

import static dev.bonafide.store.Commits.commit;
import static dev.bonafide.store.Commits.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.mongodb.ConnectionString;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.LogVerifier;
import dev.bonafide.log.Meta;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.Tally;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.AppendResult.Occupied;
import dev.bonafide.store.AppendResult.Unknown;
import dev.bonafide.store.Commit;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.mongodb.CuttingProxy.Cut;
import dev.bonafide.store.mongodb.CuttingProxy.Where;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection is cut at any message: what became of a batch is never guessed. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CutConnectionTest {
    private static final Predicate<String> INSERT = of("insert");
    private static final int CUTS = 4;

    private final TestMongo server = new TestMongo();
    private final List<Commit> batch =
            List.of(commit(1, "a", key(1, 0)), commit(2, "b", key(2, 0)));
    private CuttingProxy proxy;

    /** A command on the commits. */
    private static Predicate<String> of(String command) {
        return message -> message.contains(command + "\0") && message.contains("log-1\0");
    }

    @BeforeEach
    void begin() {
        assumeFalse(server.ordersBytes(), "left out: members of a replica set name themselves");
        String host = new ConnectionString(server.dsn()).getHosts().getFirst();
        proxy = new CuttingProxy(Integer.parseInt(host.substring(host.indexOf(':') + 1)));
    }

    @AfterEach
    void stop() {
        proxy.close();
        server.close();
    }

    private MongoStore cuttable() {
        String dsn = server.dsn().replaceFirst("//[^/]+/", "//127.0.0.1:" + proxy.port() + "/");
        return MongoStore.open(dsn, new FakeClock(), true, false);
    }

    @Test
    void whatTheServerNeverHadIsUnknownAndCanBeSentAgain() {
        try (MongoStore store = cuttable()) {
            proxy.cut(Where.BEFORE_THE_QUESTION, INSERT);
            assertThat(store.log().append(batch)).isInstanceOf(Unknown.class);
            assertThat(store.log().read(0, 10)).isEmpty();
            assertThat(store.log().append(batch)).isEqualTo(new Acknowledged());
        }
    }

    @Test
    void whatTheServerDidWithoutAWordIsUnknownUntilItsPlaceIsRead() {
        try (MongoStore store = cuttable()) {
            proxy.cut(Where.BEFORE_THE_ANSWER, INSERT);
            assertThat(store.log().append(batch)).isInstanceOf(Unknown.class);
            assertThat(store.log().append(batch)).isEqualTo(new Occupied(0));
            assertThat(store.log().read(0, 10))
                    .extracting(Commit::id)
                    .containsExactly(batch.get(0).id(), batch.get(1).id());
        }
    }

    /** It meets the other's commit where it would have stood, and nothing of it is stored. */
    @Test
    void whatArrivesLateDoesNotPushItselfIn() throws InterruptedException {
        Commit others = commit(1, "c", key(3, 0));
        try (MongoStore store = cuttable();
                MongoStore other = server.open(new FakeClock())) {
            Cut cut = proxy.cut(Where.QUESTION_IS_LATE, INSERT);
            assertThat(store.log().append(batch)).isInstanceOf(Unknown.class);
            assertThat(other.log().append(List.of(others))).isEqualTo(new Acknowledged());
            cut.deliver();
            assertThat(store.log().read(0, 10)).extracting(Commit::id).containsExactly(others.id());
        }
    }

    @Test
    void whatArrivesLateIsFoundByItsId() throws InterruptedException {
        try (MongoStore store = cuttable()) {
            Cut cut = proxy.cut(Where.QUESTION_IS_LATE, INSERT);
            assertThat(store.log().append(batch)).isInstanceOf(Unknown.class);
            assertThat(store.log().read(0, 10)).isEmpty();
            cut.deliver();
            assertThat(store.log().append(batch)).isEqualTo(new Occupied(0));
            assertThat(store.log().read(0, 10)).hasSize(2);
        }
    }

    /** Each command is answered once it is known, and is in the log once. */
    @ParameterizedTest
    @CsvSource({
        "BEFORE_THE_QUESTION, insert",
        "BEFORE_THE_ANSWER, insert",
        "BEFORE_THE_QUESTION, find",
        "BEFORE_THE_ANSWER, find",
        "BEFORE_THE_ANSWER, ''"
    })
    void aNodeAcknowledgesWhatIsStoredAndNothingElse(Where where, String command)
            throws InterruptedException {
        try (MongoStore store = cuttable();
                MongoStore sound = server.open(new FakeClock());
                EventLog node = Example.start(store)) {
            for (int i = 1; i <= CUTS; i++) {
                Cut cut = proxy.cut(where, command.isEmpty() ? _ -> true : of(command));
                int told = node.commands().send(new RaiseTally(1, 1), Meta.system()).answer();
                cut.await();
                assertThat(told).isEqualTo(i);
                assertThat(sound.log().stream(Tally.stream(1), 0, 0, 10)).hasSize(i);
            }
            assertThat(new LogVerifier(sound.log()).verify(List.of()).finding()).isEmpty();
        }
    }
}
