package dev.bonafide.alert;

import dev.bonafide.guard.GuardEvent;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Recorded;
import org.axonframework.eventhandling.EventHandler;

/** So many wrong guesses in a row are no forgetful owner (NIST SP 800-63B 3.2.2). */
final class WhenGuardCapReachedThenAlert implements Projection {
    static final String NAME = "alert-guard-cap-reached-1";

    private final Alerts alerts;

    WhenGuardCapReachedThenAlert(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean startsAtHead() {
        return true;
    }

    /** There is no view to clear: what it wrote is in the log. */
    @Override
    public void clear() {}

    @EventHandler
    void on(GuardEvent.CapReached event, Recorded recorded) {
        alerts.raise(AlertEvent.Rule.GUARD_CAP_REACHED, event.identity(), event.method(), recorded);
    }
}
