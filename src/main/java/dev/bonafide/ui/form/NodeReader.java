package dev.bonafide.ui.form;

import dev.bonafide.ui.form.NodeView.Item;
import dev.bonafide.ui.text.Hints;
import dev.bonafide.ui.text.Said;
import dev.bonafide.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads nodes; what it does not know it leaves out. */
final class NodeReader {
    private static final Set<String> TYPES = Set.of("input", "text", "img", "a", "script", "div");
    private static final List<String> COPIED =
            List.of(
                    "value",
                    "pattern",
                    "maxlength",
                    "autocomplete",
                    "width",
                    "height",
                    "integrity",
                    "crossorigin",
                    "referrerpolicy",
                    "class");
    private static final List<String> HINTED =
            List.of("autocomplete", "inputmode", "autocapitalize", "spellcheck", "look");
    private static final Map<String, String> SWITCHES =
            Map.of("onclickTrigger", "data-click", "onloadTrigger", "data-load");

    /** Addresses by which a page can be left; {@code javascript:} is none of them. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://.*|/(?!/).*|data:image/.*");

    /** What several buttons of one name differ in; options of a ceremony are nothing to go by. */
    private static final Pattern SHORT = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private final Texts texts;
    private final Hints hints;

    NodeReader(Texts texts, Hints hints) {
        this.texts = texts;
        this.hints = hints;
    }

    Optional<NodeView> read(JsonNode node) {
        String type = node.path("type").asString("");
        if (!TYPES.contains(type)) {
            return Optional.empty();
        }
        JsonNode attributes = node.path("attributes");
        String group = node.path("group").asString("default");
        String name = attributes.path("name").asString(attributes.path("id").asString(""));
        return Optional.of(
                new NodeView(
                        type,
                        group,
                        id(type, group, name, attributes),
                        name,
                        type.equals("input") ? attributes.path("type").asString("text") : "",
                        label(node, name),
                        content(attributes),
                        attributes(name, attributes),
                        messages(node.path("messages")),
                        items(attributes.path("text")),
                        new Choices(texts).of(attributes),
                        facts(node.path("meta").path("label").path("context"))));
    }

    private static String id(String type, String group, String name, JsonNode attributes) {
        String own = type.equals("input") ? "" : attributes.path("id").asString("");
        String value = attributes.path("value").asString("");
        boolean one = attributes.path("type").asString("").equals("submit");
        String more = one && SHORT.matcher(value).matches() ? "-" + value : "";
        return (own.isEmpty() ? group + "-" + name + more : own).replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /**
     * A node without a label is called by its name: never nothing, which is no name for anybody.
     */
    private String label(JsonNode node, String name) {
        JsonNode label = node.path("meta").path("label");
        JsonNode title = label.isObject() ? label : node.path("attributes").path("title");
        return title.isObject() ? texts.say(title).text() : texts.word("field." + name, "");
    }

    private String content(JsonNode attributes) {
        JsonNode text = attributes.path("text");
        if (text.isObject()) {
            return texts.say(text).text();
        }
        String address = attributes.path("src").asString(attributes.path("href").asString(""));
        return ADDRESS.matcher(address).matches() ? address : "";
    }

    private Map<String, String> attributes(String name, JsonNode attributes) {
        Map<String, String> all = new LinkedHashMap<>();
        HINTED.forEach(each -> hints.of(name, each).ifPresent(hint -> all.put(each, hint)));
        COPIED.forEach(each -> put(all, each, attributes.path(each)));
        SWITCHES.forEach((from, to) -> put(all, to, attributes.path(from)));
        for (String flag : List.of("required", "disabled", "async")) {
            if (attributes.path(flag).asBoolean(false) || hints.of(name, flag).isPresent()) {
                all.put(flag, flag);
            }
        }
        return all;
    }

    private static void put(Map<String, String> all, String name, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            all.put(name, value.asString());
        }
    }

    /** What is known of the thing that a button is about: since when it is there, and as what. */
    private List<String> facts(JsonNode context) {
        List<String> facts = new ArrayList<>();
        String since = context.path("added_at").asString("");
        if (!since.isEmpty()) {
            facts.add(texts.word("added").replace("{at}", texts.time(Instant.parse(since))));
        }
        String aal = context.path("counts_as").asString("");
        if (!aal.isEmpty()) {
            facts.add(texts.word("counts." + aal));
        }
        return facts;
    }

    private List<Said> messages(JsonNode messages) {
        return messages.valueStream().map(texts::say).toList();
    }

    private List<Item> items(JsonNode text) {
        return text.path("context")
                .path("secrets")
                .valueStream()
                .map(each -> {
                    boolean used = !each.path("context").has("secret");
                    return new Item(texts.say(each).text(), used);
                })
                .toList();
    }
}
