package dev.bonafide.alert;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises alerts: an event, exactly once, then a line for whoever watches the process. The line is
 * written at least once, as everything that leaves the log (a process can end between the two), and
 * names the event that it is about, by which a repeat is known.
 */
final class Alerts {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final Commands commands;
    private final Clock clock;

    Alerts(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Says that somebody should look at what is recorded there.
     *
     * @throws dev.bonafide.kernel.Unavailable if it can't be written now; the rule stops and comes
     *     back to the same event
     */
    void raise(AlertEvent.Rule rule, IdentityId identity, MethodId method, Recorded cause) {
        AlertEvent.Raised alert =
                new AlertEvent.Raised(
                        rule, identity, method, cause.id(), cause.position(), clock.now());
        commands.send(new RaiseAlert(alert), Meta.system());
        LOG.warn(
                "Alert {}: method {} of identity {}, event {} at position {}",
                rule,
                method,
                identity,
                cause.id(),
                cause.position());
    }
}
