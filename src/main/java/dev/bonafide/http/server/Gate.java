package dev.bonafide.http.server;

import dev.bonafide.http.Problem;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands behind the codec and lets only well-formed messages through. What is malformed is replaced
 * by an empty request, so that it is answered like every other, in its turn and in the one shape;
 * the reason goes beside it as the connection's verdict, and nothing more is read from the
 * connection (what follows a malformed message cannot be told from its body: request smuggling,
 * CWE-444).
 *
 * <p>Also cuts connections that let us wait for a request, be they idle or slow (CWE-400), and ends
 * them after a request that says it is the last (RFC 9112 section 9.6). Reactor Netty never learns
 * of the latter: it would drop the answers before, or the request itself if it came early.
 */
@SuppressWarnings("FutureReturnValueIgnored") // outcomes come back as events of the channel
final class Gate extends ChannelDuplexHandler {
    private static final AttributeKey<Problem> VERDICT = AttributeKey.valueOf("bonafide.verdict");

    private final Duration patience;
    private @Nullable Future<?> deadline;
    private int unanswered;
    private boolean shut;

    /** The client wants no further answer than those to what it has sent. */
    private boolean last;

    /** The answer being written is the last, and it is ours to hang up after it. */
    private boolean ending;

    Gate(Duration patience) {
        this.patience = patience;
    }

    /** Why what came last over this connection must be refused. */
    static Optional<Problem> verdict(Channel channel) {
        return Optional.ofNullable(channel.attr(VERDICT).get());
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        await(context);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrived();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (shut || (last && message instanceof HttpRequest)) {
            shut = true;
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest head) {
            arrived();
            unanswered++;
            keep(head);
            Heads.fault(head)
                    .ifPresentOrElse(
                            fault -> refuse(context, message, fault, true),
                            () -> context.fireChannelRead(message));
        } else if (message instanceof HttpContent part && part.decoderResult().isFailure()) {
            refuse(context, message, Heads.malformed(part.decoderResult().cause()), false);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void refuse(
            ChannelHandlerContext context, Object message, Problem fault, boolean isHead) {
        shut = true;
        ReferenceCountUtil.release(message);
        context.channel().attr(VERDICT).set(fault);
        if (unanswered == 0) {
            context.close();
            return;
        }
        if (isHead) {
            context.fireChannelRead(stand());
        }
        context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void keep(HttpRequest head) {
        last = !HttpUtil.isKeepAlive(head);
        if (last) {
            HttpUtil.setKeepAlive(head, true);
        }
    }

    /** Without "Connection: close", upon which the answers before this one would be dropped. */
    private static HttpRequest stand() {
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        request.headers().set(HttpHeaderNames.HOST, "localhost");
        return request;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim =
                message instanceof HttpResponse response && response.status().code() < 200;
        if (message instanceof HttpResponse response && !interim) {
            begin(response);
        }
        if (message instanceof LastHttpContent && !interim && --unanswered == 0) {
            end(context, message, promise);
        } else {
            context.write(message, promise);
        }
    }

    private void begin(HttpResponse response) {
        ending = last && unanswered == 1 && HttpUtil.isKeepAlive(response);
        if (ending) {
            HttpUtil.setKeepAlive(response, false);
        }
    }

    private void end(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (ending) {
            context.write(message, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
        } else {
            await(context);
            context.write(message, promise);
        }
    }

    /** Idle connections and slow heads end alike: one deadline from answer to head. */
    private void await(ChannelHandlerContext context) {
        arrived();
        deadline =
                context.executor()
                        .schedule(
                                () -> {
                                    shut = true;
                                    context.close();
                                },
                                patience.toMillis(),
                                TimeUnit.MILLISECONDS);
    }

    private void arrived() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
