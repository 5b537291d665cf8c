package dev.bonafide.http.server;

import dev.bonafide.http.Feed;
import dev.bonafide.http.Reply;
import dev.bonafide.kernel.Clock;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/** Writes answers, with the headers that every one of them carries. */
final class Answers {
    /**
     * Contract clause 0.1, and what keeps a browser from showing, framing, sniffing or leaking an
     * answer that is data. A reply may replace each of them, as pages do.
     */
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Cache-Control", "private, no-cache, no-store, must-revalidate",
                    "Vary", "Cookie",
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "no-referrer",
                    "X-Frame-Options", "DENY",
                    "Content-Security-Policy",
                            "default-src 'none'; frame-ancestors 'none'; base-uri 'none';"
                                    + " form-action 'none'");

    /** A year, for browsers that came over TLS; RFC 6797 section 7.2 forbids it without. */
    private static final String HSTS = "max-age=31536000";

    private final Clock clock;
    private final Feeds feeds;
    private final boolean tls;
    private final Cors cors;
    private volatile Second second = new Second(Long.MIN_VALUE, "");

    /**
     * @param tls whether clients reach the listener over TLS, which ends at a proxy
     */
    Answers(Clock clock, Feeds feeds, boolean tls, Cors cors) {
        this.clock = clock;
        this.feeds = feeds;
        this.tls = tls;
        this.cors = cors;
    }

    /** The answer to a preflight, if this is one. */
    Optional<Reply> preflight(ServerHttpRequest request) {
        return cors.preflight(request.getMethod().name(), request.getHeaders());
    }

    Mono<Void> write(
            Reply reply, String requestId, ServerHttpRequest request, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(reply.status()));
        HttpHeaders headers = response.getHeaders();
        headers.clear();
        ALWAYS.forEach(headers::set);
        headers.set("Date", date());
        headers.set(RequestIds.HEADER, requestId);
        if (tls) {
            headers.set("Strict-Transport-Security", HSTS);
        }
        copy(reply, headers);
        cors.mark(request.getHeaders(), headers);
        if (reply.feed() != null) {
            return feed(reply.feed(), request, response);
        }
        boolean bodiless = reply.status() == 204 || reply.status() == 304;
        if (!bodiless) {
            headers.setContentLength(reply.body().length);
        }
        return bodiless || HttpMethod.HEAD.equals(request.getMethod()) || reply.body().length == 0
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(reply.body())));
    }

    /**
     * The connection ends with it. In chunks all the same, so that a client can tell an end from a
     * connection that broke; but a client of HTTP/1.0 knows none (RFC 9112 section 6.1).
     */
    private Mono<Void> feed(Feed feed, ServerHttpRequest request, ServerHttpResponse response) {
        response.getHeaders().set("Connection", "close");
        HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(request);
        if (!received.version().equals(HttpVersion.HTTP_1_0)) {
            response.getHeaders().set("Transfer-Encoding", "chunked");
        }
        if (HttpMethod.HEAD.equals(request.getMethod())) {
            return response.setComplete();
        }
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(request);
        return response.writeAndFlushWith(
                feeds.open(
                        feed,
                        connection.channel(),
                        (NettyDataBufferFactory) response.bufferFactory()));
    }

    /** The first of a name replaces what is always sent, others of that name are added. */
    private static void copy(Reply reply, HttpHeaders headers) {
        Set<String> seen = new HashSet<>();
        for (Reply.Header header : reply.headers()) {
            if (seen.add(header.name())) {
                headers.set(header.name(), header.value());
            } else {
                headers.add(header.name(), header.value());
            }
        }
    }

    /** RFC 9110 section 6.6.1; formatted once a second. */
    private String date() {
        Instant now = clock.now();
        Second last = second;
        if (last.epoch() != now.getEpochSecond()) {
            String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
            last = new Second(now.getEpochSecond(), text);
            second = last;
        }
        return last.text();
    }

    private record Second(long epoch, String text) {}
}
