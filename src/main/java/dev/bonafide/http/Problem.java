package dev.bonafide.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An error for the wire, in the shape of contract clause 0.2. Stackless: it is an answer, not a
 * fault.
 *
 * <p>Empty {@code id}, {@code reason} and {@code details} are left out. {@code siblings} stand
 * beside {@code error} at top level.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String id;
    private final String reason;
    private final transient Map<String, Object> details = new LinkedHashMap<>();
    private final transient Map<String, Object> siblings = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String leads;

    public Problem(int status, String id, String message, String reason) {
        super(message, null, false, false);
        this.status = status;
        this.id = id;
        this.reason = reason;
    }

    public static Problem badRequest(String reason) {
        return of(400, reason);
    }

    /** The same for other codes, with the message that Kratos' error library gives to the code. */
    public static Problem of(int status, String reason) {
        return new Problem(status, "", StatusText.message(status), reason);
    }

    public static Problem notFound() {
        return new Problem(404, "", "Unable to locate the resource", "");
    }

    /** Adds an entry to {@code details}. */
    public Problem detail(String key, Object value) {
        details.put(key, value);
        return this;
    }

    /** Adds a key beside {@code error}. */
    public Problem sibling(String key, Object value) {
        siblings.put(key, value);
        return this;
    }

    /** Adds a response header, such as {@code Retry-After}. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * Names where a browser that shows what it gets is led, instead of to a page with the error.
     */
    public Problem leading(String url) {
        leads = url;
        return this;
    }

    /** Where such a browser is led; null for the error's page. */
    public @Nullable String leads() {
        return leads;
    }

    /**
     * The error object as it stands in a body: {@code error} with {@code id?, code, status,
     * request?, reason?, details?, message}, then the siblings.
     *
     * @param requestId of the request that is answered; empty for an error that is kept for later
     */
    public Map<String, Object> object(String requestId) {
        Map<String, Object> error = new LinkedHashMap<>();
        putUnlessEmpty(error, "id", id);
        error.put("code", status);
        error.put("status", StatusText.phrase(status));
        putUnlessEmpty(error, "request", requestId);
        putUnlessEmpty(error, "reason", reason);
        if (!details.isEmpty()) {
            error.put("details", details);
        }
        error.put("message", Objects.requireNonNullElse(getMessage(), ""));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.putAll(siblings);
        return body;
    }

    private static void putUnlessEmpty(Map<String, Object> object, String key, String value) {
        if (!value.isEmpty()) {
            object.put(key, value);
        }
    }

    public int status() {
        return status;
    }

    public String id() {
        return id;
    }

    public String reason() {
        return reason;
    }

    public Map<String, Object> details() {
        return details;
    }

    public Map<String, Object> siblings() {
        return siblings;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
