package dev.bonafide.log.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Parts;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Projections.Status;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.TallyEvent;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReadersTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final MemoryStore store = new MemoryStore(new FakeClock());
    private final Raises view = new Raises("raises-1", false);
    private EventLog log = Example.start(store, view);

    /** Writes down the positions at which tallies were raised; takes nothing else. */
    static class Raises implements Projection {
        private final String name;
        private final boolean atHead;
        private final List<Long> positions = new CopyOnWriteArrayList<>();
        private volatile long poison = -1;
        private volatile CountDownLatch poisoned = new CountDownLatch(1);

        Raises(String name, boolean atHead) {
            this.name = name;
            this.atHead = atHead;
        }

        List<Long> positions() {
            return positions;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean startsAtHead() {
            return atHead;
        }

        @Override
        public void clear() {
            positions.clear();
        }

        @EventHandler
        void on(TallyEvent.Raised raised, Recorded recorded) {
            if (recorded.position() == poison) {
                poisoned.countDown();
                throw new IllegalStateException("cannot");
            }
            assertThat(recorded.event()).isSameAs(raised);
            positions.add(recorded.position());
        }
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void raise() {
        log.commands().send(new RaiseTally(1, 1), Meta.system());
    }

    private void restart(Projection... projections) {
        log.close();
        log = Example.start(store, projections);
    }

    private boolean await(String name, long position) {
        return log.projections().await(name, position, LONG);
    }

    @Test
    void bringsAProjectionEveryEventInOrderAndPassesOverOthers() {
        raise();
        raise();

        assertThat(await("raises-1", 3)).isTrue();
        assertThat(view.positions).containsExactly(2L, 3L);
    }

    @Test
    void goesOnWhereItStood() {
        raise();
        await("raises-1", 2);
        Raises next = new Raises("raises-1", false);
        restart(next);
        raise();

        assertThat(await("raises-1", 3)).isTrue();
        assertThat(next.positions).containsExactly(3L);
    }

    @Test
    void stopsAtAnExceptionSaysSoAndNeverSkips() throws Exception {
        view.poison = 3;
        raise();
        raise();
        raise();
        assertThat(view.poisoned.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(log.projections().await("raises-1", 3, Duration.ZERO)).isFalse();
        assertThat(view.positions).containsExactly(2L);

        view.poison = -1;
        log.projections().resume("raises-1");
        while (!await("raises-1", 4)) {
            log.projections().resume("raises-1");
        }
        assertThat(view.positions).containsExactly(2L, 3L, 4L);
        assertThat(log.projections().status().get("raises-1")).isEqualTo(new Status(4, ""));
    }

    @Test
    void namesTheEventAndTheReasonWhileItIsStopped() throws Exception {
        view.poison = 2;
        raise();
        assertThat(view.poisoned.await(1, TimeUnit.MINUTES)).isTrue();
        while (log.projections().await("raises-1", 2, Duration.ofMillis(10))) {
            raise();
        }
        String failure = "";
        while (failure.isEmpty()) {
            failure = status().failure();
        }
        assertThat(failure).contains("at position 2").contains("cannot");
        assertThat(status().position()).isEqualTo(1);
    }

    private Status status() {
        return log.projections().status().getOrDefault("raises-1", new Status(0, ""));
    }

    @Test
    void rebuildsFromNothing() {
        raise();
        raise();
        await("raises-1", 3);
        view.positions.add(99L);

        log.projections().rebuild("raises-1");

        assertThat(view.positions).containsExactly(2L, 3L);
        raise();
        assertThat(await("raises-1", 4)).isTrue();
        assertThat(view.positions).containsExactly(2L, 3L, 4L);
    }

    @Test
    void beginsASubscriberAtTheHeadAndDoesNotMissWhatComesWhileItIsDown() {
        raise();
        Raises subscriber = new Raises("when-raised", true);
        restart(view, subscriber);
        raise();
        await("when-raised", 3);
        assertThat(subscriber.positions).containsExactly(3L);

        restart(view);
        raise();
        Raises again = new Raises("when-raised", true);
        restart(view, again);
        await("when-raised", 4);
        assertThat(again.positions).containsExactly(4L);
        assertThatThrownBy(() -> log.projections().rebuild("when-raised"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksForARebuildOverAnotherLog() {
        raise();
        await("raises-1", 2);
        log.close();
        MemoryStore other = new MemoryStore(new FakeClock());
        // as after a restore that forgot to drop the views
        log = Example.start(new Parts(other.log(), other.keys(), store.documents()), view);
        raise();

        assertThat(await("raises-1", 2)).isFalse();
        assertThat(status().failure()).contains("rebuild");
        log.projections().rebuild("raises-1");
        assertThat(view.positions).containsExactly(2L);
    }

    @Test
    void knowsItsProjectionsByNameAndRefusesTwins() {
        assertThatThrownBy(() -> await("nobody", 1)).isInstanceOf(IllegalArgumentException.class);
        EventLog twins = Example.open(new MemoryStore(new FakeClock()));
        assertThatThrownBy(() -> twins.start(List.of(), List.of(view, view)))
                .isInstanceOf(IllegalStateException.class);
        twins.close();
    }

    @Test
    void answersARebuildThatFails() throws Exception {
        raise();
        await("raises-1", 2);
        view.poison = 2;

        assertThatThrownBy(() -> log.projections().rebuild("raises-1"))
                .isInstanceOf(Unavailable.class);
    }
}
