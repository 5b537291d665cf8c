package dev.bonafide.alert;

import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Handler;
import org.axonframework.commandhandling.CommandHandler;

/** Axon's handler of what rules want raised. */
final class AlertHandler implements Handler {
    private final Aggregates aggregates;

    AlertHandler(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @CommandHandler
    boolean handle(RaiseAlert command) {
        AlertEvent.Raised wanted = command.alert();
        return aggregates.with(
                Alert.TYPE,
                Alert.stream(wanted.cause(), wanted.rule()),
                alert -> alert.raise(wanted));
    }
}
