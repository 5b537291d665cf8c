package dev.bonafide.http.server;

import dev.bonafide.http.Feed;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import reactor.core.publisher.Flux;

/** The answers without an end that are being given now. */
final class Feeds {
    private final Set<FeedOutlet> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** The body, part by part; each is flushed. Whatever ends it, the feed hears of it. */
    Flux<Flux<DataBuffer>> open(Feed feed, DataBufferFactory buffers) {
        return Flux.defer(() -> {
            FeedOutlet outlet = new FeedOutlet(feed);
            open.add(outlet);
            feed.open(outlet);
            if (closed) {
                outlet.leave();
            }
            return outlet.parts(buffers)
                    .doFinally(_ -> {
                        open.remove(outlet);
                        feed.gone();
                    });
        });
    }

    void begin() {
        closed = false;
    }

    /** Ends them all with their farewells; who comes from now on is told the same at once. */
    void close() {
        closed = true;
        open.forEach(FeedOutlet::leave);
    }

    int open() {
        return open.size();
    }
}
