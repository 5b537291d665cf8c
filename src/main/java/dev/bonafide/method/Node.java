package dev.bonafide.method;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of a form (contract clause 0.5), immutable; pages are rendered from nodes alone.
 *
 * @param type {@code input}, {@code img}, {@code text}, {@code script}, {@code a}, {@code div}
 * @param group who offers it: a method, {@code default} or {@code profile}
 * @param attributes in the order in which they are written, {@code node_type} included
 * @param messages what is to be said at this element
 * @param label null where it has none
 */
public record Node(
        String type,
        String group,
        Map<String, Object> attributes,
        List<Message> messages,
        @JsonIgnore @Nullable Message label) {
    public Node {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        messages = List.copyOf(messages);
    }

    /**
     * An input that is not required and has no value. {@code kind} is HTML's type: text, password,
     * hidden, submit, button, email, …
     */
    public static Node input(String group, String name, String kind) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put("type", kind);
        attributes.put("disabled", false);
        attributes.put("node_type", "input");
        return new Node("input", group, attributes, List.of(), null);
    }

    /** The button that submits a form for a method. */
    public static Node submit(String group, String name, String value, Message label) {
        return input(group, name, "submit").with("value", value).labelled(label);
    }

    /** A square picture; {@code source} is a data URL. */
    public static Node image(String group, String id, String source, int pixels) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("src", source);
        attributes.put("id", id);
        attributes.put("width", pixels);
        attributes.put("height", pixels);
        attributes.put("node_type", "img");
        return new Node("img", group, attributes, List.of(), null);
    }

    /** A text to read. */
    public static Node text(String group, String id, Message text) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("text", text);
        attributes.put("id", id);
        attributes.put("node_type", "text");
        return new Node("text", group, attributes, List.of(), null);
    }

    /** The CSRF field; its value is "" in API flows. */
    public static Node csrf(String token) {
        return input("default", "csrf_token", "hidden").with("value", token).required();
    }

    public Node with(String attribute, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Node(type, group, more, messages, label);
    }

    public Node without(String attribute) {
        Map<String, Object> fewer = new LinkedHashMap<>(attributes);
        fewer.remove(attribute);
        return new Node(type, group, fewer, messages, label);
    }

    public Node required() {
        return with("required", true);
    }

    public Node labelled(Message text) {
        return new Node(type, group, attributes, messages, text);
    }

    public Node saying(Message message) {
        List<Message> more = new ArrayList<>(messages);
        more.add(message);
        return new Node(type, group, attributes, more, label);
    }

    /** The label, in the wire's wrapping. */
    @JsonProperty
    Map<String, Message> meta() {
        return label == null ? Map.of() : Map.of("label", label);
    }

    /** Its field's name, or its id where it is no input. */
    public String name() {
        Object name =
                attributes.containsKey("name") ? attributes.get("name") : attributes.get("id");
        return name == null ? "" : name.toString();
    }
}
