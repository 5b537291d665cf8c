package dev.bonafide.http;

import dev.bonafide.http.Route.Listener;
import org.jspecify.annotations.Nullable;

/** Told of each request that has its answer, by the threads of the listeners: quick. */
@FunctionalInterface
public interface Traffic {
    /** Nobody counts. */
    Traffic UNCOUNTED = (listener, route, status, nanos) -> {};

    /**
     * A request has its answer, which is not written yet.
     *
     * @param route null where no route was found for it
     * @param nanos since its head was read
     */
    void answered(Listener listener, @Nullable Route route, int status, long nanos);
}
