package dev.bonafide.audit.stream;

import dev.bonafide.http.LogPosition;
import java.nio.charset.StandardCharsets;

/** How things are said in {@code text/event-stream} (WHATWG HTML, server-sent events). */
final class Words {
    private Words() {}

    /** Why a stream is ended, and after how long a client should come back. */
    enum Reason {
        STOPPING(2_000, "The server stops. Go on from the last id, there or elsewhere."),
        SLOW(5_000, "What was sent was not taken in time. Go on from the last id."),
        FULL(30_000, "Too many streams are open."),
        UNREADABLE(60_000, "The next event is of a later release, which this node can't read.");

        private final int retryMillis;
        private final String message;

        Reason(int retryMillis, String message) {
            this.retryMillis = retryMillis;
            this.message = message;
        }
    }

    /**
     * First of all, the place where it begins: a client that is cut off before its first event then
     * knows where to go on, too.
     */
    static byte[] hello(LogPosition at) {
        return bytes(
                "retry: 2000\n: bonafide events, version %d\nid: %s\n\n"
                        .formatted(PublicSchema.VERSION, at));
    }

    /** Without a name, so that no client misses a type that it does not know by name. */
    static String event(LogPosition at, String json) {
        return "id: " + at + "\ndata: " + json + "\n\n";
    }

    /** Nothing new, but the connection lives; all up to here was said. */
    static byte[] heartbeat(LogPosition at) {
        return bytes(": heartbeat\nid: " + at + "\n\n");
    }

    /** With no id: the last one stays what it was. */
    static byte[] end(Reason reason) {
        String name = reason.name().toLowerCase(java.util.Locale.ROOT);
        return bytes(
                "retry: %d\nevent: end\ndata: {\"reason\":\"%s\",\"message\":\"%s\"}\n\n"
                        .formatted(reason.retryMillis, name, reason.message));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
