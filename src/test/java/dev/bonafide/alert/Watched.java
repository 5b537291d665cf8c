package dev.bonafide.alert;

import dev.bonafide.guard.Guard;
import dev.bonafide.guard.GuardEvent;
import dev.bonafide.guard.GuardEvents;
import dev.bonafide.guard.Lane;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.FactorRemoval;
import dev.bonafide.identity.Identity;
import dev.bonafide.identity.IdentityEvents;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.identity.Somebody;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Command;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.example.Example;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** A node with both rules, on which factors are removed and guards are worn out. */
final class Watched implements AutoCloseable {
    private static final MethodId KEY = new MethodId("key");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final EventLog log;
    private final Alerts alerts;

    /** A factor of no particular method is gone. */
    @EventName("key.removed")
    record KeyRemoved(IdentityId identity, MethodId method, Instant at) implements FactorRemoval {
        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return null;
        }
    }

    record RemoveKey() implements Command<Boolean> {}

    record WearOut() implements Command<Boolean> {}

    /** Does as it is told. */
    static final class Obedient {
        private final Aggregates aggregates;

        Obedient(Aggregates aggregates) {
            this.aggregates = aggregates;
        }

        @CommandHandler
        boolean handle(RemoveKey command) {
            return aggregates.with(
                    Identity.TYPE,
                    Identity.stream(Somebody.ID),
                    identity -> {
                        if (identity.state() instanceof IdentityState.None) {
                            identity.record(List.of(Somebody.registered()));
                        }
                        identity.record(List.of(new KeyRemoved(Somebody.ID, KEY, Somebody.START)));
                        return true;
                    });
        }

        @CommandHandler
        boolean handle(WearOut command) {
            return aggregates.with(
                    Guard.TYPE,
                    Guard.stream(Somebody.ID, KEY),
                    guard -> {
                        guard.record(
                                List.of(
                                        new GuardEvent.CapReached(
                                                Somebody.ID,
                                                KEY,
                                                Lane.STRANGER,
                                                100,
                                                Somebody.START)));
                        return true;
                    });
        }
    }

    private Watched(Store store) {
        log =
                EventLog.open(
                        store,
                        Example.node(new FakeClock()),
                        new EventLog.Model(
                                List.of(
                                        () -> List.of(KeyRemoved.class),
                                        new IdentityEvents(),
                                        new GuardEvents(),
                                        new AlertEvents()),
                                List.of(),
                                List.of(Identity.TYPE, Guard.TYPE, Alert.TYPE)),
                        new EventLog.Settings(
                                Duration.ofSeconds(30), Duration.ofMillis(20), 1_000));
        alerts = new Alerts(log.commands(), new FakeClock());
    }

    static Watched start(Store store) {
        Watched node = new Watched(store);
        return node.started(List.of(node.removed(), new WhenGuardCapReachedThenAlert(node.alerts)));
    }

    /** A node of an earlier release. */
    static Watched startWithoutRules(Store store) {
        return new Watched(store).started(List.of());
    }

    private Watched started(List<Projection> rules) {
        Aggregates aggregates = log.aggregates();
        log.start(List.of(new AlertHandler(aggregates), new Obedient(aggregates)), rules);
        return this;
    }

    /** The rule, to be shown events out of turn. */
    WhenFactorRemovedThenAlert removed() {
        return new WhenFactorRemovedThenAlert(alerts);
    }

    /** Removes a factor, and answers at which position. */
    long removeKey() {
        return log.commands().send(new RemoveKey(), Meta.system()).position();
    }

    long wearOut() {
        return log.commands().send(new WearOut(), Meta.system()).position();
    }

    /** Whether both rules have seen the position. */
    boolean await(long position) {
        return log.projections().await(WhenFactorRemovedThenAlert.NAME, position, LONG)
                && log.projections().await(WhenGuardCapReachedThenAlert.NAME, position, LONG);
    }

    long position() {
        return log.position();
    }

    /** Every removal that is in the log. */
    List<Recorded> removals() {
        return log.history().stream(Identity.stream(Somebody.ID), log.position()).stream()
                .filter(recorded -> recorded.event() instanceof KeyRemoved)
                .toList();
    }

    @Override
    public void close() {
        log.close();
    }
}
