package dev.bonafide.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request made by hand, for tests of what reads one. */
public final class FakeCall implements Call {
    private final String url;
    private final Map<String, String> queries = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> cookies = new HashMap<>();

    private FakeCall(String url) {
        this.url = url;
    }

    /** A GET of this URL. */
    public static FakeCall get(String url) {
        FakeCall call = new FakeCall(url);
        String query = url.contains("?") ? url.substring(url.indexOf('?') + 1) : "";
        for (String pair : query.split("&", -1)) {
            call.queries.put(pair.split("=", 2)[0], pair.substring(pair.indexOf('=') + 1));
        }
        return call;
    }

    /** The same with one header more. */
    public FakeCall header(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    /** The same with one cookie more. */
    public FakeCall cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path(String variable) {
        throw new IllegalArgumentException("no variable " + variable);
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(queries.get(name)).filter(value -> !value.isEmpty());
    }

    @Override
    public List<String> queries(String name) {
        return query(name).stream().toList();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                .filter(value -> !value.isEmpty());
    }

    @Override
    public Map<String, String> cookies() {
        return cookies;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public ArrayNode list() {
        throw new AssertionError("no list was sent");
    }

    @Override
    public ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public String address() {
        return "192.0.2.1";
    }

    @Override
    public String requestId() {
        return "request-1";
    }

    @Override
    public boolean acceptsJson() {
        return false;
    }
}
