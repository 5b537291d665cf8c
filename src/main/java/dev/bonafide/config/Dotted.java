package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import dev.bonafide.config.Node.Scalar;
import dev.bonafide.config.Node.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dotted paths: {@code session.cookie.name}; the empty path is the whole file. */
final class Dotted {
    private Dotted() {}

    static String child(String path, String key) {
        return path.isEmpty() ? key : path + '.' + key;
    }

    static List<String> segments(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("\\.", -1));
    }

    /** The node at a path, list items by their index, or null. */
    static @Nullable Node find(Node root, String path) {
        Node node = root;
        for (String key : segments(path)) {
            node = step(node, key);
        }
        return node;
    }

    private static @Nullable Node step(@Nullable Node node, String key) {
        return switch (node) {
            case Mapping mapping -> mapping.entries().get(key);
            case Sequence sequence -> item(sequence.items(), key);
            case Scalar _ -> null;
            case null -> null;
        };
    }

    private static @Nullable Node item(List<Node> items, String key) {
        int index = isIndex(key) ? Integer.parseInt(key) : items.size();
        return index < items.size() ? items.get(index) : null;
    }

    static boolean isIndex(String key) {
        return key.matches("[0-9]{1,6}");
    }
}
