package dev.bonafide.ui;

import dev.bonafide.http.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request as a page passes it on: whose it is stays, what it asks for is the page's. */
record Inner(Call outer, String method, Map<String, String> given) implements Call {

    @Override
    public String path(String variable) {
        return given.getOrDefault(variable, "");
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(given.get(name)).filter(value -> !value.isEmpty());
    }

    /** The page has a body or conditions of its own; they are none of the API's. */
    @Override
    public Optional<String> header(String name) {
        return name.startsWith("Content-") ? Optional.empty() : outer.header(name);
    }

    @Override
    public Map<String, String> cookies() {
        return outer.cookies();
    }

    @Override
    public String url() {
        return outer.url();
    }

    @Override
    public ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    @Override
    public String address() {
        return outer.address();
    }

    @Override
    public String requestId() {
        return outer.requestId();
    }

    @Override
    public boolean acceptsJson() {
        return true;
    }

    @Override
    public List<String> queries(String name) {
        return query(name).stream().toList();
    }
}
