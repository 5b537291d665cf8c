package dev.bonafide.log.axon;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Command;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;

/**
 * Axon's command bus, in the caller's thread. Any throwable rolls back: as delivered, a checked
 * exception would make the command fail and keep its events.
 */
final class CommandDispatch {
    private final SimpleCommandBus bus =
            SimpleCommandBus.builder()
                    .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                    .duplicateCommandHandlerResolver(
                            DuplicateCommandHandlerResolution.rejectDuplicates())
                    .build();

    void register(Object bean) {
        new AnnotationCommandHandlerAdapter<>(bean).subscribe(bus);
    }

    /** What the handler answered; what it threw is thrown as it is. */
    <A> A dispatch(Command<A> command, Sending sending) {
        CommandMessage<Command<A>> message =
                GenericCommandMessage.<Command<A>>asCommandMessage(command)
                        .withMetaData(MetaData.with(Sending.KEY, sending));
        CompletableFuture<A> answer = new CompletableFuture<>();
        bus.<Command<A>, A>dispatch(
                message,
                (_, result) -> {
                    if (result.isExceptional()) {
                        answer.completeExceptionally(result.exceptionResult());
                    } else {
                        answer.complete(result.getPayload());
                    }
                });
        return taken(answer, command);
    }

    private static <A> A taken(CompletableFuture<A> answer, Command<A> command) {
        if (answer.isCompletedExceptionally()) {
            throw unwrapped(answer.exceptionNow());
        }
        A taken = answer.resultNow();
        if (taken == null) {
            throw new IllegalStateException("no answer to " + command.getClass());
        }
        return taken;
    }

    private static RuntimeException unwrapped(Throwable thrown) {
        return switch (thrown) {
            case LockAcquisitionFailedException busy ->
                    new Unavailable("not done: an aggregate is in use", busy);
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(thrown);
        };
    }
}
