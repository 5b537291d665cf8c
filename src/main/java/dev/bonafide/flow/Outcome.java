package dev.bonafide.flow;

import dev.bonafide.http.Reply;
import dev.bonafide.kernel.IdentityId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request to a flow, whoever sent it; {@link Answers} says it to each kind of client
 * in its own way. Errors that no form can show are thrown as {@link dev.bonafide.http.Problem}.
 */
public sealed interface Outcome {
    /** A flow began. */
    record Begun(Flow flow, FlowView.Made view) implements Outcome {}

    /**
     * The flow goes on, and its form has something to tell.
     *
     * @param status for those who read JSON: 400 where something is to be mended, 200 otherwise
     * @param instead where a browser is led that shows what it gets; null for the form
     */
    record Told(
            int status,
            Flow flow,
            FlowView.Made view,
            List<Reply.Header> headers,
            @Nullable String instead)
            implements Outcome {
        public Told {
            headers = List.copyOf(headers);
        }

        public static Told of(int status, Flow flow, FlowView.Made view) {
            return new Told(status, flow, view, List.of(), null);
        }

        /** With a header for everybody. */
        public Told with(String name, String value) {
            return new Told(status, flow, view, List.of(new Reply.Header(name, value)), instead);
        }

        /** With something better than the form for who sees pages. */
        public Told instead(String url) {
            return new Told(status, flow, view, headers, url);
        }
    }

    /**
     * It is done.
     *
     * @param body for those who read JSON, without any token; {@code csrf} is for a form in it
     * @param issued the session that is handed over; null where none is
     */
    record Finished(Body body, @Nullable Issued issued, Next next, long position)
            implements Outcome {}

    /**
     * The browser's session is over, or there was none.
     *
     * @param url where it goes on
     * @param clears whether the browser is asked to forget all that it keeps of this site
     */
    record Ended(String url, boolean clears, long position) implements Outcome {}

    /** The body of an answer. */
    @FunctionalInterface
    interface Body {
        Map<String, Object> with(String csrf);
    }

    /** A session handed over. */
    record Issued(IdentityId identity, String token, Instant expiresAt, Bond bond) {}

    /** What the client and the session were to each other before. */
    enum Bond {
        /**
         * The client had no session of this identity: a browser's CSRF token changes, so that
         * whoever knew it before can forge nothing (contract clause 7.3).
         */
        NEW,
        /** It is the client's session, proven further or anew. */
        PROVEN,
        /** It is the client's session as it was: an API client is not told its token again. */
        SAME
    }

    /**
     * Where browsers go on.
     *
     * @param needed whether a script can't go on without going there, too
     */
    record Next(String url, boolean needed) {}
}
