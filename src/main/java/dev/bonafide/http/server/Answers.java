package dev.bonafide.http.server;

import dev.bonafide.http.Reply;
import dev.bonafide.kernel.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

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

    private final Clock clock;
    private volatile Second second = new Second(Long.MIN_VALUE, "");

    Answers(Clock clock) {
        this.clock = clock;
    }

    Mono<Void> write(
            Reply reply, String requestId, ServerHttpRequest request, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(reply.status()));
        HttpHeaders headers = response.getHeaders();
        headers.clear();
        ALWAYS.forEach(headers::set);
        headers.set("Date", date());
        headers.set(RequestIds.HEADER, requestId);
        copy(reply, headers);
        boolean bodiless = reply.status() == 204 || reply.status() == 304;
        if (!bodiless) {
            headers.setContentLength(reply.body().length);
        }
        return bodiless || HttpMethod.HEAD.equals(request.getMethod()) || reply.body().length == 0
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(reply.body())));
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
