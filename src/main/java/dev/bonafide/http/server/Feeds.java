package dev.bonafide.http.server;

import dev.bonafide.http.Feed;
import io.netty.channel.Channel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Flux;

/** The answers without an end that are being given now. */
final class Feeds {
    private final Set<FeedOutlet> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * The body, part by part; each is flushed. Whatever ends it, the feed hears of it once: the
     * connection's own end counts, too, since a body whose head could not be written any more is
     * neither ended nor cancelled.
     */
    Flux<Flux<DataBuffer>> open(Feed feed, Channel connection, NettyDataBufferFactory buffers) {
        return Flux.defer(() -> {
            if (!connection.isOpen()) { // nobody is there, and a closed one takes no listener
                return Flux.empty();
            }
            FeedOutlet outlet = new FeedOutlet(feed);
            open.add(outlet);
            feed.open(outlet);
            if (closed) {
                outlet.leave();
            }
            connection.closeFuture().addListener(_ -> gone(outlet, feed));
            return outlet.parts(buffers).doFinally(_ -> gone(outlet, feed));
        });
    }

    private void gone(FeedOutlet outlet, Feed feed) {
        if (open.remove(outlet)) {
            feed.gone();
        }
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
