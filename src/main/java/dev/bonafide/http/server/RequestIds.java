package dev.bonafide.http.server;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Hashes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The id by which a request is found again in answers, logs and events: the client's {@code
 * X-Request-ID} if it is harmless, else a fresh one. Harmless is what cannot forge a log line, a
 * header or markup (CWE-117, CWE-113).
 */
final class RequestIds {
    static final String HEADER = "X-Request-ID";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final AtomicLong count = new AtomicLong();
    private final Entropy stream;

    /**
     * @param entropy asked once: the system's generator reads a file, which an event loop may not
     *     do
     */
    RequestIds(Entropy entropy) {
        byte[] key = entropy.bytes(32);
        this.stream = length -> Arrays.copyOf(Hashes.hmacSha256(key, next()), length);
    }

    String of(List<String> headers) {
        return headers.size() == 1 && HARMLESS.matcher(headers.getFirst()).matches()
                ? headers.getFirst()
                : fresh();
    }

    /** Never given out before; tells nothing about how many there were. */
    String fresh() {
        return stream.uuid().toString();
    }

    private byte[] next() {
        return ByteBuffer.allocate(Long.BYTES).putLong(count.getAndIncrement()).array();
    }
}
