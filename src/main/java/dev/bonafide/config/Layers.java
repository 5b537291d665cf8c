package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Several files as one: mappings are merged key by key, everything else (lists too) is replaced by
 * the later file, as Kratos does.
 */
final class Layers {
    private Layers() {}

    static Mapping over(Mapping below, Mapping above) {
        Map<String, Node> merged = new LinkedHashMap<>(below.entries());
        above.entries().forEach((key, node) -> merged.merge(key, node, Layers::node));
        return new Mapping(merged, above.place());
    }

    private static Node node(Node below, Node above) {
        return below instanceof Mapping under && above instanceof Mapping over
                ? over(under, over)
                : above;
    }
}
