package dev.bonafide.config;

import java.util.List;
import java.util.Map;

/** A configuration as it was written, before any meaning: YAML and JSON both become this. */
sealed interface Node {
    Place place();

    /** What it is, in the words of a message. */
    String what();

    /** Keys in the order of the file. A key holds no dot, so a dotted path names one node only. */
    record Mapping(Map<String, Node> entries, Place place) implements Node {
        @Override
        public String what() {
            return entries.isEmpty() ? "{}" : "a mapping";
        }
    }

    record Sequence(List<Node> items, Place place) implements Node {
        @Override
        public String what() {
            return items.isEmpty() ? "[]" : "a list";
        }
    }

    /** The text of a scalar without its quotes. */
    record Scalar(String text, Kind kind, Place place) implements Node {
        @Override
        public String what() {
            return kind == Kind.NULL ? "null" : '"' + text + '"';
        }
    }

    /**
     * What the file says a scalar is. {@code UNTYPED} comes from the environment and from defaults
     * and is whatever the setting needs.
     */
    enum Kind {
        TEXT,
        BOOLEAN,
        INTEGER,
        FLOAT,
        NULL,
        UNTYPED
    }
}
