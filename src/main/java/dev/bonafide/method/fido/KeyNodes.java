package dev.bonafide.method.fido;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.Message;
import dev.bonafide.method.Node;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Nodes of both methods' forms (contract clauses 2.4, 3.5, 3.6). */
public final class KeyNodes {
    /** Kratos groups the script of both methods under the name of one. */
    private static final String SCRIPT_GROUP = "webauthn";

    private KeyNodes() {}

    /** The script; the same for every method on the page. */
    public static Node script(KeyScript script, Pending pending) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("src", script.address());
        attributes.put("async", true);
        attributes.put("referrerpolicy", "no-referrer");
        attributes.put("crossorigin", "anonymous");
        attributes.put("integrity", KeyScript.integrity());
        attributes.put("type", "text/javascript");
        attributes.put("id", "webauthn_script");
        attributes.put("nonce", nonce(pending));
        attributes.put("node_type", "script");
        return new Node("script", SCRIPT_GROUP, attributes, List.of(), null);
    }

    /** Random, since the challenge is. */
    private static UUID nonce(Pending pending) {
        byte[] challenge = pending.challenge().getBytes(StandardCharsets.UTF_8);
        ByteBuffer hash = ByteBuffer.wrap(Hashes.sha256(challenge));
        return new UUID(hash.getLong(), hash.getLong());
    }

    public static Node hidden(MethodId method, String name, String value) {
        return Node.input(method.value(), name, "hidden").with("value", value);
    }

    /** A button whose options are its value; Kratos' script is called with them. */
    public static Node button(
            MethodId method, String name, JsonNode options, String trigger, Message label) {
        return Node.input(method.value(), name, "button")
                .with("value", options.toString())
                .with("onclick", "window." + trigger + "(" + options + ")")
                .with("onclickTrigger", trigger)
                .labelled(label);
    }

    /** A button whose options stand in another node. */
    public static Node button(MethodId method, String name, String trigger, Message label) {
        return Node.input(method.value(), name, "button")
                .with("value", "")
                .with("onclick", "window." + trigger + "()")
                .with("onclickTrigger", trigger)
                .labelled(label);
    }

    /** Raw script is for browsers only; the names of functions are for everybody. */
    public static List<Node> fit(List<Node> nodes, boolean browser) {
        return browser
                ? nodes
                : nodes.stream().map(node -> node.without("onclick").without("onload")).toList();
    }

    /**
     * The button that removes a key; its label tells, beside what Kratos' does, as what the key
     * counts.
     *
     * @param label what the button says, given the key's name
     * @param usable whether it may be removed; else it is shown and does nothing
     */
    public static Node remove(
            MethodId method,
            String name,
            OpenKey key,
            Function<String, Message> label,
            boolean usable) {
        String given = key.material().displayName();
        String shown = given.isEmpty() ? "unnamed" : given;
        return Node.submit(
                        method.value(),
                        name,
                        hex(key.material().id()),
                        label.apply(shown)
                                .with("added_at", key.key().addedAt())
                                .with("added_at_unix", key.key().addedAt().getEpochSecond())
                                .with("counts_as", key.key().facts().aal().wire()))
                .with("disabled", !usable);
    }

    private static String hex(String id) {
        return HexFormat.of().formatHex(Bytes.of(id));
    }
}
