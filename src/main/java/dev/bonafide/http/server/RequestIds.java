package dev.bonafide.http.server;

import dev.bonafide.kernel.Entropy;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The id by which a request is found again in answers, logs and events: the client's {@code
 * X-Request-ID} if it is harmless, else a fresh one. Harmless is what cannot forge a log line, a
 * header or markup (CWE-117, CWE-113).
 */
final class RequestIds {
    static final String HEADER = "X-Request-ID";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final Entropy entropy;

    RequestIds(Entropy entropy) {
        this.entropy = entropy;
    }

    String of(List<String> headers) {
        return headers.size() == 1 && HARMLESS.matcher(headers.getFirst()).matches()
                ? headers.getFirst()
                : entropy.uuid().toString();
    }
}
