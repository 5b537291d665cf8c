package dev.bonafide.guard;

import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Handler;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;

/** Axon's handler of what the guard itself records. */
final class GuardHandler implements Handler {
    private final Aggregates aggregates;

    GuardHandler(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    @CommandHandler
    boolean handle(ReportGuesses command) {
        return aggregates.with(
                Guard.TYPE,
                Guard.nobody(),
                guard -> {
                    guard.record(
                            List.of(
                                    new GuardEvent.NobodyGuessed(
                                            command.guesses(), command.now())));
                    return true;
                });
    }
}
