package dev.bonafide.http.server;

import dev.bonafide.http.server.HttpSettings.Limits;
import dev.bonafide.http.server.HttpSettings.Listening;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import reactor.netty.DisposableServer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** One listener on its socket. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Offload offload;
    private final ChannelGroup channels =
            new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final DisposableServer socket;

    private Server(HttpServer server, Offload offload) {
        this.offload = offload;
        this.socket = server.channelGroup(channels).bindNow();
    }

    /**
     * Opens the socket.
     *
     * @throws CannotListen if the port is in use or the address is not one of this machine
     */
    @SuppressWarnings("CatchingUnchecked") // Netty's failures to bind have no common type
    static Server start(
            Listening at, Limits limits, HttpHandler handler, Offload offload, LoopResources on) {
        try {
            return new Server(configured(at, limits, on, handler), offload);
        } catch (RuntimeException e) {
            throw new CannotListen(
                    String.format(
                            Locale.ROOT,
                            "cannot listen on %s:%d: %s",
                            at.host(),
                            at.port(),
                            reason(e)));
        }
    }

    private static HttpServer configured(
            Listening at, Limits limits, LoopResources loops, HttpHandler handler) {
        Connections connections =
                new Connections(limits.connectionsMost(), limits.waits().reading());
        return HttpServer.create()
                .host(at.host())
                .port(at.port())
                .runOn(loops)
                .protocol(HttpProtocol.HTTP11)
                .httpRequestDecoder(spec ->
                        spec.maxInitialLineLength(limits.headBytesMost())
                                .maxHeaderSize(limits.headBytesMost()))
                .doOnChannelInit((observer, channel, remote) -> guard(channel, connections, limits))
                .handle(new ReactorHttpHandlerAdapter(handler));
    }

    private static void guard(Channel channel, Connections connections, Limits limits) {
        connections.watch(channel);
        channel.pipeline()
                .addAfter(NettyPipeline.HttpCodec, "gate", new Gate(limits.waits().head()));
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    int port() {
        return socket.port();
    }

    /**
     * Takes no new connections and lets what is in progress end, for as long as the patience lasts.
     * Connections that are left are closed with their event loops.
     */
    void stop(Duration patience) {
        try {
            socket.disposeNow(patience);
        } catch (IllegalStateException tookTooLong) {
            LOG.warn("stopping although requests are in progress");
        }
        offload.close(patience);
    }
}
