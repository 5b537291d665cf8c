package dev.bonafide.log;

import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Unavailable;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells whoever observes the log, if anybody does. */
public final class Observed implements Observer {
    private final AtomicReference<@Nullable Observer> observer = new AtomicReference<>();

    void by(Observer whoever) {
        observer.set(whoever);
    }

    @Override
    public void sent(int commits, long nanos, Answer answer) {
        tell(to -> to.sent(commits, nanos, answer));
    }

    @Override
    public void appended(long nanos) {
        tell(to -> to.appended(nanos));
    }

    @Override
    public void moved() {
        tell(Observer::moved);
    }

    @Override
    public void refused(String reason) {
        tell(to -> to.refused(reason));
    }

    /** A command that ends so. */
    public void refused(RuntimeException why) {
        switch (why) {
            case Refused refused -> refused(refused.code());
            case Unavailable _ -> refused("unavailable");
            default -> refused("failed");
        }
    }

    private void tell(Consumer<Observer> what) {
        Optional.ofNullable(observer.get()).ifPresent(what);
    }
}
