package dev.bonafide.config;

import java.util.Map;

/**
 * Bounds on one file, so that a hostile one (aliases of aliases, a thousand brackets) is refused
 * instead of filling the memory or the stack.
 */
final class NodeLimits {
    static final int BYTES_MAX = 1 << 20;
    static final int DEPTH_MAX = 40;
    static final int NODES_MAX = 20_000;

    private NodeLimits() {}

    static void depth(int depth, Place place) {
        if (depth > DEPTH_MAX) {
            throw BadConfiguration.at(
                    place, place.source(), "nested deeper than " + DEPTH_MAX + " levels");
        }
    }

    static void count(int nodes, Place place) {
        if (nodes > NODES_MAX) {
            throw BadConfiguration.at(
                    place,
                    place.source(),
                    "more than " + NODES_MAX + " values, aliases counted as what they stand for");
        }
    }

    /** Adds a key once; a dot in it would make two nodes share a path. */
    static void put(Map<String, Node> entries, String key, Node value) {
        if (key.isEmpty() || key.indexOf('.') >= 0) {
            throw BadConfiguration.at(
                    value.place(), key, "is not a key; allowed: no dots, nested mappings instead");
        }
        if (entries.putIfAbsent(key, value) != null) {
            throw BadConfiguration.at(value.place(), key, "is given twice in one mapping");
        }
    }
}
