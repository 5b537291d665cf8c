package dev.bonafide.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.alert.AlertEvent.Rule;
import dev.bonafide.identity.Somebody;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.SharedStore;
import dev.bonafide.log.commit.Envelopes;
import dev.bonafide.method.OneNode;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One cause, one alert: over restarts, repeats and nodes. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class AlertsTest {
    private static final int CAUSES = 20;

    private final MemoryStore store = new MemoryStore(new FakeClock());
    private final DocumentCollection tokens =
            store.documents().collection(new CollectionShape("readers", Set.of()));

    @Test
    void raisesAnAlertForARemovedFactor() {
        try (Watched node = start()) {
            long cause = node.removeKey();
            assertThat(node.await(cause)).isTrue();
            assertThat(alerts()).isEqualTo(1);
            assertThat(node.removals()).hasSize(1);
        }
    }

    @Test
    void raisesAnAlertForAGuardAtItsCap() {
        try (Watched node = start()) {
            assertThat(node.await(node.wearOut())).isTrue();
            assertThat(alerts()).isEqualTo(1);
        }
    }

    @Test
    void raisesOneForEachCause() {
        try (Watched node = start()) {
            node.removeKey();
            node.wearOut();
            assertThat(node.await(node.removeKey())).isTrue();
            assertThat(alerts()).isEqualTo(3);
        }
    }

    /** The token of a reader whose process was killed stands before what it did. */
    @Test
    void aRepeatAfterARestartRaisesNothing() {
        Document before;
        try (Watched node = start()) {
            before = tokens.get(WhenFactorRemovedThenAlert.NAME).orElseThrow();
            assertThat(node.await(node.removeKey())).isTrue();
        }
        putBack(before);
        try (Watched again = start()) {
            assertThat(again.await(again.position())).isTrue();
            assertThat(alerts()).isEqualTo(1);
        }
    }

    private void putBack(Document token) {
        long version = tokens.get(token.id()).orElseThrow().version();
        assertThat(tokens.replace(token.atVersion(version))).isTrue();
    }

    @Test
    void thePastRaisesNoAlarm() {
        try (Watched before = Watched.startWithoutRules(new SharedStore(store))) {
            before.removeKey();
        }
        try (Watched node = start()) {
            assertThat(node.await(node.removeKey())).isTrue();
            assertThat(alerts()).isEqualTo(1);
        }
    }

    @Test
    void whatHappensWhileNobodyLooksIsSeenLater() {
        Document before;
        try (Watched node = start()) {
            before = tokens.get(WhenGuardCapReachedThenAlert.NAME).orElseThrow();
            node.wearOut();
            node.await(node.position());
        }
        putBack(before);
        try (Watched again = start()) {
            assertThat(again.await(again.wearOut())).isTrue();
            assertThat(alerts()).isEqualTo(2);
        }
    }

    /** As when an owner that was deposed does not know it yet: both see every cause at once. */
    @Test
    void twoNodesThatSeeTheSameEventRaiseOneAlert() throws Exception {
        SharedStore shared = new SharedStore(store);
        try (Watched one = Watched.start(shared);
                Watched two = Watched.start(shared)) {
            for (int i = 0; i < CAUSES; i++) {
                one.removeKey();
            }
            OneNode.together(seenBy(List.of(one, two), one.removals()));
            assertThat(one.await(one.position())).isTrue();
            assertThat(alerts()).isEqualTo(CAUSES);
        }
    }

    private static List<Callable<Boolean>> seenBy(List<Watched> nodes, List<Recorded> causes) {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (Recorded cause : causes) {
            for (Watched node : nodes) {
                tasks.add(() -> shown(node, cause));
            }
        }
        return tasks;
    }

    private static boolean shown(Watched node, Recorded cause) {
        node.removed().on((Watched.KeyRemoved) cause.event(), cause);
        return true;
    }

    @Test
    void theStreamIsNamedByCauseAndRule() {
        String cause = Somebody.ID.toString();
        assertThat(Alert.stream(cause, Rule.FACTOR_REMOVED))
                .isEqualTo(Alert.stream(cause, Rule.FACTOR_REMOVED))
                .isNotEqualTo(Alert.stream(cause, Rule.GUARD_CAP_REACHED));
    }

    private Watched start() {
        return Watched.start(new SharedStore(store));
    }

    private long alerts() {
        return store.log().read(0, 1_000).stream()
                .flatMap(commit -> Envelopes.names(commit).stream())
                .filter("alert.raised"::equals)
                .count();
    }
}
