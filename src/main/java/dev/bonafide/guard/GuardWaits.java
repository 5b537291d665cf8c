package dev.bonafide.guard;

import dev.bonafide.kernel.MethodId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many guesses were not evaluated since the process began, by method: for whoever measures
 * them. What refuses is in the log; that a refusal was asked for again is no event.
 */
public final class GuardWaits {
    private final Map<MethodId, LongAdder> waiting = new ConcurrentHashMap<>();
    private final Map<MethodId, LongAdder> disabled = new ConcurrentHashMap<>();

    /** One came too soon. */
    public void cameEarly(MethodId method) {
        of(waiting, method).increment();
    }

    /** One came for a method that is disabled. */
    public void cameInVain(MethodId method) {
        of(disabled, method).increment();
    }

    /** Those that came too soon. */
    public long waiting(MethodId method) {
        return of(waiting, method).sum();
    }

    /** Those for a method that is disabled. */
    public long disabled(MethodId method) {
        return of(disabled, method).sum();
    }

    private static LongAdder of(Map<MethodId, LongAdder> counts, MethodId method) {
        return counts.computeIfAbsent(method, _ -> new LongAdder());
    }
}
