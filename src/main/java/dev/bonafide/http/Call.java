package dev.bonafide.http;

import java.util.Map;
import java.util.Optional;
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

    /** A header; a {@link Problem} (400) if it is given twice. */
    Optional<String> header(String name);

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
     * Where the client is: the peer's address, or, behind a trusted proxy, what that proxy says. No
     * port.
     */
    String address();

    String requestId();

    /**
     * Whether the client wants JSON, by {@code Accept} alone (contract clause 0.1, browser init).
     */
    boolean acceptsJson();
}
