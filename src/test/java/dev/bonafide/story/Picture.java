package dev.bonafide.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How a form looks to a client, a line per message and node: what is compared with recorded flows.
 * Texts are our own words and secrets are new each time, so neither is part of it.
 *
 * @param groups whose nodes are looked at
 * @param without names of nodes, and {@code name@attribute}, that are not
 */
record Picture(Set<String> groups, Set<String> without) {
    /** Written for pages only. */
    private static final Set<String> BROWSER = Set.of("onclick", "onload", "nonce", "integrity");

    /** Different at each run. */
    private static final Set<String> VOLATILE =
            Set.of("secret", "used_at", "used_at_unix", "reason");

    List<String> of(JsonNode flow) {
        List<String> lines = new ArrayList<>();
        lines.add("refresh " + flow.path("refresh") + ", " + flow.path("requested_aal"));
        lines.add(
                "said " + flow.path("ui").path("messages").valueStream().map(this::said).toList());
        flow.path("ui")
                .path("nodes")
                .valueStream()
                .filter(this::seen)
                .map(this::node)
                .forEach(lines::add);
        return lines;
    }

    private boolean seen(JsonNode node) {
        return groups.contains(node.path("group").asString(""))
                && !node.path("type").asString("").equals("script")
                && !without.contains(name(node));
    }

    private String node(JsonNode node) {
        Map<String, String> attributes = new TreeMap<>();
        node.path("attributes").properties().stream()
                .filter(attribute -> !BROWSER.contains(attribute.getKey()))
                .filter(attribute -> !without.contains(name(node) + "@" + attribute.getKey()))
                .forEach(attribute -> attributes.put(attribute.getKey(), value(node, attribute)));
        return node.path("type").asString("")
                + " of "
                + node.path("group").asString("")
                + " "
                + attributes
                + " label "
                + said(node.path("meta").path("label"))
                + " said "
                + node.path("messages").valueStream().map(this::said).toList();
    }

    private String value(JsonNode node, Map.Entry<String, JsonNode> attribute) {
        return switch (attribute.getKey()) {
            case "value" -> name(node).equals("csrf_token") ? "" : attribute.getValue().toString();
            case "src" -> attribute.getValue().asString("").replaceAll(",.*", "");
            case "text" -> said(attribute.getValue());
            default -> attribute.getValue().toString();
        };
    }

    private static String name(JsonNode node) {
        return node.path("attributes").path("name").asString("");
    }

    /** Number, kind and context of a message. */
    private String said(JsonNode message) {
        if (message.isMissingNode()) {
            return "-";
        }
        String context =
                message.path("context").properties().stream()
                        .map(entry -> entry.getKey() + "=" + told(entry))
                        .sorted()
                        .collect(Collectors.joining(", "));
        return message.path("id") + " " + message.path("type").asString("") + " {" + context + "}";
    }

    private String told(Map.Entry<String, JsonNode> entry) {
        if (VOLATILE.contains(entry.getKey())) {
            return "…";
        }
        return entry.getKey().equals("secrets")
                ? entry.getValue().valueStream().map(this::said).toList().toString()
                : entry.getValue().toString();
    }
}
