package dev.bonafide.http.server;

import dev.bonafide.http.Feed;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The way of one feed to its client. */
final class FeedOutlet implements Feed.Outlet {
    private final Feed feed;
    private final Sinks.Many<byte[]> parts = Sinks.many().unicast().onBackpressureBuffer();
    private final AtomicInteger underWay = new AtomicInteger();

    FeedOutlet(Feed feed) {
        this.feed = feed;
    }

    /** Each part by itself, so that each is flushed. */
    Flux<Flux<DataBuffer>> parts(NettyDataBufferFactory buffers) {
        return parts.asFlux()
                .map(part -> Flux.just(buffers.wrap(new FeedPart(part, this::written))));
    }

    private void written() {
        if (underWay.decrementAndGet() == 0) {
            feed.taken();
        }
    }

    @Override
    public boolean free() {
        return underWay.get() == 0;
    }

    /** One at a time: the sink takes no two at once. */
    @Override
    public synchronized void send(byte[] part) {
        underWay.incrementAndGet();
        parts.tryEmitNext(part);
    }

    @Override
    public synchronized void end(byte[] last) {
        send(last);
        parts.tryEmitComplete();
    }

    void leave() {
        end(feed.farewell());
    }
}
