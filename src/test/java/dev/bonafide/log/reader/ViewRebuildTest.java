package dev.bonafide.log.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Projections.Status;
import dev.bonafide.log.SharedStore;
import dev.bonafide.log.Shown;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.reader.RaisedView.Hindrance;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.DocumentCollection.Direction;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A view is whole while it is built anew, and right afterwards. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ViewRebuildTest {
    private static final String NAME = RaisedView.SHAPE.name();
    private static final Duration LONG = Duration.ofMinutes(1);

    private final MemoryStore store = new MemoryStore(new FakeClock());
    private final DocumentCollection first = store.documents().collection(RaisedView.SHAPE);
    private final Hindrance hindrance = new Hindrance(first);
    private final CountDownLatch there = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private EventLog log = start();

    private EventLog start() {
        return Example.start(new SharedStore(store), new RaisedView(first, hindrance));
    }

    /** The positions 2, 3 and 4; the first is that of the log's own beginning. */
    @BeforeEach
    void threeTimes() {
        raise(3);
        assertThat(shown()).hasSize(3);
    }

    @AfterEach
    void close() {
        go.countDown();
        log.close();
    }

    private void raise(int times) {
        for (int i = 0; i < times; i++) {
            log.commands().send(new RaiseTally(1, 1), Meta.system());
        }
        log.projections().await(NAME, log.position(), LONG);
    }

    private List<String> shown() {
        return shown(log);
    }

    private static List<String> shown(EventLog node) {
        Shown view = node.projections().shown(RaisedView.SHAPE);
        return view.all(Direction.ASCENDING, "", 1_000).stream().map(Document::id).toList();
    }

    private Status status() {
        return status(log);
    }

    private static Status status(EventLog node) {
        return node.projections().status().getOrDefault(NAME, new Status(0, ""));
    }

    private void spoil() {
        first.insert(Document.of("99999", "{}", null));
        assertThat(shown()).hasSize(4);
    }

    @Test
    void itIsWholeAndGoesOnWhileItIsBuilt() throws Exception {
        spoil();
        hindrance.whileBuilt(Hindrance.waiting(there, go));
        log.projections().beginRebuild(NAME);
        there.await();

        assertThat(status().rebuilding()).isTrue();
        assertThat(shown()).containsExactly("00002", "00003", "00004", "99999");
        raise(1);
        assertThat(shown()).containsExactly("00002", "00003", "00004", "00005", "99999");
        go.countDown();
        while (status().rebuilding()) {
            raise(1);
        }
        assertThat(shown()).doesNotContain("99999").contains("00002", "00005");
        assertThat(shown()).hasSize((int) log.position() - 1);
    }

    @Test
    void whatComesAfterwardsGoesIntoWhatWasBuilt() {
        spoil();
        log.projections().rebuild(NAME);
        assertThat(shown()).containsExactly("00002", "00003", "00004");
        raise(1);
        assertThat(shown()).containsExactly("00002", "00003", "00004", "00005");
        log.projections().rebuild(NAME);
        assertThat(shown()).containsExactly("00002", "00003", "00004", "00005");
    }

    @Test
    void whoeverReadsWhileItIsSwitchedSeesTheWhole() {
        for (int i = 0; i < 50; i++) {
            log.projections().beginRebuild(NAME);
            while (status().rebuilding()) {
                assertThat(shown()).containsExactly("00002", "00003", "00004");
            }
        }
        assertThat(status().rebuildFailure()).isEmpty();
    }

    @Test
    void oneThatFailsChangesNothingAndSaysWhy() {
        spoil();
        hindrance.whileBuilt(Hindrance.failing());
        assertThatThrownBy(() -> log.projections().rebuild(NAME)).isInstanceOf(Unavailable.class);

        assertThat(shown()).hasSize(4);
        assertThat(status().failure()).isEmpty();
        assertThat(status().rebuildFailure()).contains("cannot");
        hindrance.whileBuilt(_ -> {});
        log.projections().rebuild(NAME);
        assertThat(shown()).hasSize(3);
        assertThat(status().rebuildFailure()).isEmpty();
    }

    @Test
    void oneThatHasStoppedGoesOnFromWhatWasBuilt() {
        hindrance.whileDriven(Hindrance.failing());
        log.commands().send(new RaiseTally(1, 1), Meta.system());
        while (status().failure().isEmpty()) {
            log.projections().await(NAME, log.position(), Duration.ofMillis(10));
        }
        log.projections().rebuild(NAME);
        while (!status().failure().isEmpty()) {
            log.projections().await(NAME, log.position(), Duration.ofMillis(10));
        }
        raise(1);
        assertThat(shown()).containsExactly("00002", "00003", "00004", "00005", "00006");
    }

    @Test
    void oneAtATime() throws Exception {
        hindrance.whileBuilt(Hindrance.waiting(there, go));
        log.projections().beginRebuild(NAME);
        there.await();
        assertThatThrownBy(() -> log.projections().beginRebuild(NAME)).isInstanceOf(Refused.class);
    }

    @Test
    void aRestartGoesOnWithWhatIsShown() {
        log.projections().rebuild(NAME);
        log.close();
        log = start();
        raise(1);
        assertThat(shown()).containsExactly("00002", "00003", "00004", "00005");
        assertThat(first.all(Direction.ASCENDING, "", 10)).isEmpty();
    }

    @Test
    void itsPlaceIsKnownFromTheStart() {
        log.close();
        hindrance.whileOpened(() -> Hindrance.await(go));
        log = start();
        assertThat(status().position()).isEqualTo(4);
        assertThat(log.projections().await(NAME, 4, Duration.ZERO)).isFalse();
        go.countDown();
        assertThat(log.projections().await(NAME, 4, LONG)).isTrue();
    }

    /** The other drives it, has nothing to do, and hears of the switch by what it finds. */
    @Test
    void aNodeThatDoesNotDriveItBuildsItToo() {
        try (EventLog other = start()) {
            other.projections().rebuild(NAME);
            assertThat(status(other).here()).isFalse();
            raise(1);
            assertThat(shown()).containsExactly("00002", "00003", "00004", "00005");
            assertThat(shown(other)).isEqualTo(shown());
        }
    }
}
