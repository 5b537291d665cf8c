package dev.bonafide.http.server;

import dev.bonafide.http.Call;
import dev.bonafide.http.ErrorPages;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.kernel.Overloaded;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Unavailable;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only place where what was thrown becomes an answer. What was not foreseen tells the client
 * nothing but an id (CWE-209), under which the log has the stack.
 */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final RequestIds ids;
    private final ErrorPages pages;

    Faults(RequestIds ids, ErrorPages pages) {
        this.ids = ids;
        this.pages = pages;
    }

    /**
     * The endpoint's answer; where it fails and a person waits for a page, a page about it. What an
     * endpoint refuses is its own to tell.
     */
    Reply answer(Route.Endpoint endpoint, Call call, String where) {
        try {
            return endpoint.answer(call);
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException thrown) {
            if (!call.header("Accept").orElse("").contains("text/html")) {
                throw thrown;
            }
            Problem problem = problem(thrown, where);
            return pages.page(call, problem).orElseThrow(() -> problem);
        }
    }

    /**
     * @param where method and path of the route, with its variables' names: what was sent in their
     *     place may be a secret or forge a line of the log
     */
    Reply reply(Throwable thrown, String where, String requestId) {
        Problem problem = problem(thrown, where);
        Reply reply =
                Reply.json(problem.status(), problem.object(requestId))
                        .with("Ory-Error-Id", problem.id());
        for (var header : problem.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    private Problem problem(Throwable thrown, String where) {
        return switch (thrown) {
            case Problem problem -> problem;
            case Refused refused -> Problem.badRequest(text(refused));
            case Unavailable unavailable -> unavailable(unavailable, where);
            case Overloaded overloaded -> overloaded(overloaded);
            default -> fault(thrown, where);
        };
    }

    private static Problem unavailable(Unavailable unavailable, String where) {
        LOG.warn("{} unavailable: {}", where, oneLine(text(unavailable)));
        return Problem.of(503, "").header("Retry-After", "1");
    }

    /** Not logged: it comes in floods, and the log would be one more. */
    private static Problem overloaded(Overloaded overloaded) {
        long seconds = overloaded.retryAfter().plusNanos(999_999_999).toSeconds();
        return Problem.of(429, "").header("Retry-After", Long.toString(seconds));
    }

    private Problem fault(Throwable thrown, String where) {
        String id = ids.fresh();
        LOG.error("{} failed, error {}", where, id, thrown);
        return Problem.of(500, "The operator finds the cause under error " + id + ".");
    }

    private static String text(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
