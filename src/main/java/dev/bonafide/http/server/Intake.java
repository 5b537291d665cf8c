package dev.bonafide.http.server;

import dev.bonafide.http.Problem;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/**
 * Reads bodies whole, each within a limit of size and time, and all of them together within a limit
 * of memory. The first few kilobytes of each are free, so that clients with big bodies can only
 * crowd out one another and never a login.
 */
final class Intake {
    private static final byte[] NOTHING = {};
    private static final int FREE = 16 * 1024;

    private final AtomicLong left;
    private final int most;
    private final Duration patience;

    /**
     * @param most bytes of one body
     * @param memory bytes of all bodies together, the first few kilobytes of each not counted
     * @param patience from the first byte to the last
     */
    Intake(int most, long memory, Duration patience) {
        this.most = most;
        this.patience = patience;
        this.left = new AtomicLong(memory);
    }

    /**
     * Reads the body and passes it on; its memory counts until what is made of it is there.
     *
     * @return an error that is a {@link Problem} 413, 408 or 429 if it cannot be read
     */
    <T> Mono<T> read(ServerHttpRequest request, Function<byte[], Mono<T>> use) {
        long declared = request.getHeaders().getContentLength();
        if (declared > most) {
            return Mono.error(tooLarge());
        }
        if (declared <= 0 && !request.getHeaders().containsHeader("Transfer-Encoding")) {
            return use.apply(NOTHING);
        }
        return Mono.using(Body::new, body -> whole(request, body).flatMap(use), Body::release);
    }

    private Mono<byte[]> whole(ServerHttpRequest request, Body body) {
        return request.getBody()
                .doOnNext(body::add)
                .then(Mono.fromSupplier(body::bytes))
                .timeout(patience)
                .onErrorMap(TimeoutException.class, e -> closing(408, ""))
                .onErrorMap(Intake::isBroken, e -> closing(400, "The body ended early."));
    }

    /** Whatever else goes wrong on the way in is the client's leaving, not a fault of ours. */
    private static boolean isBroken(Throwable thrown) {
        return !(thrown instanceof Problem);
    }

    private static Problem tooLarge() {
        return closing(413, "");
    }

    private static Problem closing(int status, String reason) {
        return Problem.of(status, reason).header("Connection", "close");
    }

    /** One body as it grows. */
    private final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long taken;

        void add(DataBuffer part) {
            try {
                take(part.readableByteCount());
                byte[] copy = new byte[part.readableByteCount()];
                part.read(copy);
                bytes.writeBytes(copy);
            } finally {
                DataBufferUtils.release(part);
            }
        }

        private void take(int length) {
            if (bytes.size() + length > most) {
                throw tooLarge();
            }
            long cost = Math.max(0, bytes.size() + length - FREE) - taken;
            if (cost > 0 && left.addAndGet(-cost) < 0) {
                left.addAndGet(cost);
                throw closing(429, "Too many large requests are in progress.")
                        .header("Retry-After", "1");
            }
            taken += cost;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        void release() {
            left.addAndGet(taken);
        }
    }
}
