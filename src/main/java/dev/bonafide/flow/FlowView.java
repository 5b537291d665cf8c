package dev.bonafide.flow;

import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flow with its form, as one client sees it at one moment: what is written as JSON, and what
 * pages are made of.
 *
 * @param more the keys that only this kind of flow has, in their order
 */
public record FlowView(Flow flow, Ui ui, Map<String, Object> more) {
    /** The form. */
    public record Ui(String action, List<Node> nodes, List<Message> messages) {
        public Ui {
            nodes = List.copyOf(nodes);
            messages = List.copyOf(messages);
        }

        private Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("action", action);
            json.put("method", "POST");
            json.put("nodes", nodes);
            if (!messages.isEmpty()) {
                json.put("messages", messages);
            }
            return json;
        }
    }

    /** Makes the view; {@code csrf} is the value of its CSRF field. */
    @FunctionalInterface
    public interface Made {
        FlowView with(String csrf);
    }

    /** The flow on the wire, in Kratos' order of keys. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", flow.id());
        json.put("type", flow.ofBrowser() ? "browser" : "api");
        json.put("expires_at", flow.asked().expiresAt());
        json.put("issued_at", flow.asked().issuedAt());
        json.put("request_url", flow.asked().requestUrl());
        putIfPresent(json, "return_to", flow.asked().returnTo());
        json.put("ui", ui.json());
        json.put("organization_id", null);
        json.put("state", flow.state());
        json.putAll(more);
        return json;
    }

    private static void putIfPresent(Map<String, Object> json, String key, @Nullable Object value) {
        if (value != null) {
            json.put(key, value);
        }
    }
}
