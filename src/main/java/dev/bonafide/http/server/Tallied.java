package dev.bonafide.http.server;

import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Route.Listener;
import dev.bonafide.http.Traffic;
import dev.bonafide.kernel.Ticker;
import org.jspecify.annotations.Nullable;

/** One request on its way to its answer. Handed from thread to thread, never used by two. */
final class Tallied {
    private final Counter counter;
    private final long began;
    private @Nullable Route route;

    /** Whom one listener tells. */
    record Counter(Listener listener, Traffic traffic, Ticker ticker) {
        Tallied begin() {
            return new Tallied(this, ticker.nanos());
        }
    }

    private Tallied(Counter counter, long began) {
        this.counter = counter;
        this.began = began;
    }

    void found(Route wanted) {
        route = wanted;
    }

    void answered(Reply reply) {
        counter.traffic()
                .answered(
                        counter.listener(),
                        route,
                        reply.status(),
                        counter.ticker().nanos() - began);
    }
}
