package dev.bonafide.alert;

import dev.bonafide.identity.FactorRemoval;
import dev.bonafide.log.Projection;
import dev.bonafide.log.Recorded;
import org.axonframework.eventhandling.EventHandler;

/**
 * Whoever took over an account takes its second factor away next, so its owner should hear of it.
 * That somebody was erased with all they had is no removal.
 */
final class WhenFactorRemovedThenAlert implements Projection {
    static final String NAME = "alert-factor-removed-1";

    private final Alerts alerts;

    WhenFactorRemovedThenAlert(Alerts alerts) {
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
    void on(FactorRemoval event, Recorded recorded) {
        alerts.raise(AlertEvent.Rule.FACTOR_REMOVED, event.identity(), event.method(), recorded);
    }
}
