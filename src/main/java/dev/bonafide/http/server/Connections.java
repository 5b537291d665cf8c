package dev.bonafide.http.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many connections one listener holds, and how it lets go of them. */
final class Connections {
    /**
     * How long a closing connection is still read from. Closing a socket with unread input resets
     * it, and the client then loses the answer that told it why (RFC 9112 section 9.6).
     */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final AtomicInteger open = new AtomicInteger();
    private final int most;
    private final Duration reading;

    Connections(int most, Duration reading) {
        this.most = most;
        this.reading = reading;
    }

    /** Puts a new connection under these rules. */
    void watch(Channel channel) {
        channel.pipeline().addFirst(new Connection(), new SlowReader());
    }

    /** Closes without a word: an exception would go through the log, once for each such client. */
    @SuppressWarnings("FutureReturnValueIgnored") // outcomes come back as events of the channel
    private final class SlowReader extends WriteTimeoutHandler {
        SlowReader() {
            super(reading.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        protected void writeTimedOut(ChannelHandlerContext context) {
            context.close();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // outcomes come back as events of the channel
    private final class Connection extends ChannelDuplexHandler {
        private boolean counted;
        private boolean lingering;

        @Override
        public void channelActive(ChannelHandlerContext context) {
            counted = true;
            if (open.incrementAndGet() > most) {
                context.close();
            } else {
                context.fireChannelActive();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (counted) {
                open.decrementAndGet();
            }
            context.fireChannelInactive();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (lingering) {
                ReferenceCountUtil.release(message);
            } else {
                context.fireChannelRead(message);
            }
        }

        @Override
        public void close(ChannelHandlerContext context, ChannelPromise promise) {
            if (lingering || !(context.channel() instanceof DuplexChannel channel)) {
                context.close(promise);
                return;
            }
            lingering = true;
            channel.shutdownOutput();
            channel.config().setAutoRead(true);
            context.executor()
                    .schedule(
                            () -> context.close(promise), LINGER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
