package dev.bonafide.log.axon;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.Command;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Moved;
import dev.bonafide.log.Observed;
import dev.bonafide.log.append.CommitRefused;
import dev.bonafide.log.tail.Applied;
import dev.bonafide.log.tail.LiveFolds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Sends commands; decides again what stood on something that has moved. */
public final class CommandRunner implements Commands {
    private final CommandDispatch dispatch = new CommandDispatch();
    private final Applied applied;
    private final LiveFolds folds;
    private final Backoff backoff;
    private final Duration patience;
    private final Observed observed;

    /**
     * Without handlers yet.
     *
     * @param patience how long a command may take, all tries together
     * @param observed told of what is refused
     */
    public CommandRunner(
            Applied applied,
            LiveFolds folds,
            Backoff backoff,
            Duration patience,
            Observed observed) {
        this.observed = observed;
        this.applied = applied;
        this.folds = folds;
        this.backoff = backoff;
        this.patience = patience;
    }

    /** Registers beans with methods that carry Axon's {@code @CommandHandler}. */
    public void handlers(List<?> beans) {
        beans.forEach(dispatch::register);
    }

    @Override
    public <A> Done<A> send(Command<A> command, Meta meta) {
        if (CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("a command is sent inside another's unit of work");
        }
        try {
            return decided(command, meta);
        } catch (RuntimeException e) {
            observed.refused(e);
            throw e;
        }
    }

    private <A> Done<A> decided(Command<A> command, Meta meta) {
        Deadline deadline = Deadline.after(patience);
        Optional<A> answer = Optional.empty();
        for (int tries = 0; answer.isEmpty(); tries++) {
            backoff.before(tries, deadline);
            answer = run(command, new Sending(meta, deadline));
        }
        return new Done<>(answer.get(), applied.position());
    }

    /** One try; empty if it has to be decided again. */
    private <A> Optional<A> run(Command<A> command, Sending sending) {
        try {
            return Optional.of(dispatch.dispatch(command, sending));
        } catch (CommitRefused refused) {
            observed.moved();
            catchUp(refused, sending.deadline());
            return command.answerIfMoved(refused.streams());
        } catch (Moved moved) {
            observed.moved();
            folds.forget(moved.stream());
            return command.answerIfMoved(Set.of(moved.stream()));
        }
    }

    /** Who decides again must see what refused it; a state that was behind is dropped. */
    private void catchUp(CommitRefused refused, Deadline deadline) {
        if (!applied.await(refused.position(), deadline)) {
            throw new Unavailable("not done: this node is behind position " + refused.position());
        }
        for (StreamId stream : refused.streams()) {
            folds.forget(stream);
        }
    }
}
