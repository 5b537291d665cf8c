package dev.bonafide.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request, read whole. */
public interface Call {
    String method();

    /** Value of a path variable of the route. */
    String path(String variable);

    /**
     * A query parameter; empty if absent or empty; a {@link Problem} (400) if it is given twice.
     */
    Optional<String> query(String name);

    /**
     * All values of a query parameter that may be repeated ({@code expand}); empty ones left out.
     */
    default List<String> queries(String name) {
        return query(name).stream().toList();
    }

    /** A header; empty if absent or empty; a {@link Problem} (400) if it is given twice. */
    Optional<String> header(String name);

    /**
     * Cookies by name. A name that is given with two values is left out: which of them a browser
     * sends first is in the hands of whoever can set cookies on a sibling domain.
     */
    Map<String, String> cookies();

    /**
     * The configured base URL of the listener with path and query of the request; the Host header
     * has no part in it.
     */
    String url();

    /**
     * The body as an object: JSON as it is, forms (URL-encoded or multipart) with dotted names made
     * nested. An absent body is an empty object.
     *
     * @throws Problem 400 for what is no strict JSON object (duplicate keys, depth, NUL, lone
     *     surrogates), 413 above 5 MB, 415 for other types
     */
    ObjectNode body();

    /**
     * The body as a JSON array, for the few requests that send one (JSON Patch).
     *
     * @throws Problem as {@link #body}, and 400 for what is no array
     */
    ArrayNode list();

    /**
     * Where the client is: the peer's address, or, behind a trusted proxy, what that proxy says. No
     * port.
     */
    String address();

    String requestId();

    /**
     * Whether the client wants JSON, by {@code Accept} alone (contract clause 0.1, browser init).
     */
    boolean acceptsJson();

    /**
     * Whether a submit counts as JSON (contract clause 0.1): by {@code Accept}, or by a {@code
     * Content-Type} that is exactly {@code application/json}.
     */
    default boolean wantsJson() {
        return acceptsJson()
                || header("Content-Type").filter("application/json"::equals).isPresent();
    }

    /**
     * A path variable that is a UUID in its canonical spelling (RFC 9562 section 4).
     *
     * @throws Problem 400 for anything else
     */
    default UUID uuid(String variable) {
        return Uuids.parse(path(variable))
                .orElseThrow(() ->
                        Problem.badRequest(
                                "The path parameter \"" + variable + "\" is not a UUID."));
    }

    /**
     * The same where whatever is no UUID is simply nobody's, as Kratos has it for some.
     *
     * @throws Problem 404 for anything else
     */
    default UUID knownUuid(String variable) {
        return Uuids.parse(path(variable)).orElseThrow(Problem::notFound);
    }

    /**
     * A query parameter that is a UUID in its canonical spelling.
     *
     * @throws Problem 400 for anything else that is not absent
     */
    default Optional<UUID> queryUuid(String name) {
        return query(name)
                .map(text ->
                        Uuids.parse(text)
                                .orElseThrow(() ->
                                        Problem.badRequest(
                                                "The query parameter \""
                                                        + name
                                                        + "\" is not a UUID.")));
    }
}
