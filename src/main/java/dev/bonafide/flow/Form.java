package dev.bonafide.flow;

import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a flow: nodes without doubles (the first of a name in a group stays; of buttons, the
 * first of a name and value), and at them what is to be said (contract clauses 0.4, 0.5).
 */
public final class Form {
    private static final String SHARED = "default";

    private final List<Node> nodes;
    private final List<Message> messages = new ArrayList<>();

    public Form(List<Node> nodes) {
        Map<List<Object>, Node> unique = new LinkedHashMap<>();
        for (Node node : nodes) {
            unique.putIfAbsent(key(node), node);
        }
        this.nodes = new ArrayList<>(unique.values());
    }

    /** Says something about the form as a whole. */
    public Form say(Message message) {
        messages.add(message);
        return this;
    }

    /**
     * Says what a submission led to; inputs of the method that failed lose their value if they hold
     * a secret.
     *
     * @param active the method that was chosen; null for none
     */
    public Form say(List<FieldProblem> says, @Nullable String active) {
        if (says.stream().anyMatch(said -> said.message().type() == Message.Type.ERROR)) {
            nodes.replaceAll(node -> node.group().equals(active) ? withoutSecret(node) : node);
        }
        says.forEach(said -> say(said.node(), said.message()));
        return this;
    }

    private void say(@Nullable String name, Message message) {
        if (name == null) {
            messages.add(message);
            return;
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).name().equals(name)) {
                nodes.set(i, nodes.get(i).saying(message));
                return;
            }
        }
        nodes.add(endOfShared(), Node.input(SHARED, name, "text").saying(message));
    }

    /** Where Kratos puts a field that the form lacks, and whose fault is to be told. */
    private int endOfShared() {
        for (int i = nodes.size(); i > 0; i--) {
            if (nodes.get(i - 1).group().equals(SHARED)) {
                return i;
            }
        }
        return nodes.size();
    }

    /** Shows what was typed into a field that holds no secret. */
    public Form echo(String name, String typed) {
        nodes.replaceAll(node -> node.name().equals(name) ? node.with("value", typed) : node);
        return this;
    }

    /** {@code ui} of the flow; {@code action} is where it is submitted to. */
    public FlowView.Ui ui(String action) {
        return new FlowView.Ui(action, nodes, messages);
    }

    private static Node withoutSecret(Node node) {
        boolean secret =
                node.type().equals("input")
                        && "text".equals(node.attributes().get("type"))
                        && "".equals(node.attributes().get("value"));
        return secret ? node.without("value") : node;
    }

    /**
     * Buttons of one name are told apart by their values: methods, or the keys that can be removed.
     */
    private static List<Object> key(Node node) {
        boolean button = "submit".equals(node.attributes().get("type"));
        Object value = button ? node.attributes().getOrDefault("value", "") : "";
        return List.of(node.group(), node.name(), value);
    }
}
