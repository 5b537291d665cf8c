package dev.bonafide.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param body bytes as sent; never changed afterwards
 * @param feed what follows the head in the body's place, for an answer that has no end
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, List<Header> headers, byte[] body, @Nullable Feed feed) {
    private static final byte[] NOTHING = {};

    public Reply {
        headers = List.copyOf(headers);
    }

    /** An answer that is there as a whole. */
    public Reply(int status, List<Header> headers, byte[] body) {
        this(status, headers, body, null);
    }

    /** An answer that goes on until either side leaves. */
    public static Reply feed(String type, Feed feed) {
        return new Reply(200, List.of(new Header("Content-Type", type)), NOTHING, feed);
    }

    /** An answer without a body. */
    public static Reply empty(int status) {
        return new Reply(status, List.of(), NOTHING);
    }

    /** The value written as JSON by {@link Json}. */
    public static Reply json(int status, Object value) {
        return new Reply(
                status,
                List.of(new Header("Content-Type", "application/json; charset=utf-8")),
                Json.bytes(value));
    }

    /**
     * Leads a browser to an address by GET, whatever its own method was (RFC 9110 section 15.4.4).
     */
    public static Reply seeOther(String url) {
        return empty(303).with("Location", url);
    }

    /** The same with one header more. */
    public Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, more, body, feed);
    }

    /** Header line. */
    public record Header(String name, String value) {}
}
