package dev.bonafide.config;

import dev.bonafide.config.Node.Kind;
import dev.bonafide.config.Node.Scalar;
import dev.bonafide.config.Node.Sequence;
import java.util.Arrays;
import java.util.List;

/**
 * Values that come as bare text, from the environment or from a {@link Default}, and are read as
 * whatever the setting needs.
 */
final class Untyped {
    private static final Place DEFAULT = new Place("default", 0);

    private Untyped() {}

    static Scalar byDefault(String text) {
        return new Scalar(text, Kind.UNTYPED, DEFAULT);
    }

    /** A list by default, in YAML's flow style. */
    static Sequence listByDefault(String text) {
        return (Sequence) YamlReader.read(text, DEFAULT.source());
    }

    /**
     * A JSON list, or words with commas between (the two spellings that Kratos takes for lists in
     * the environment).
     */
    static Sequence list(Slot slot, Scalar scalar) {
        return scalar.text().startsWith("[") ? json(slot, scalar) : words(scalar);
    }

    private static Sequence words(Scalar scalar) {
        List<Node> items =
                Arrays.stream(scalar.text().split(",", -1))
                        .<Node>map(word -> new Scalar(word.strip(), Kind.UNTYPED, scalar.place()))
                        .toList();
        return new Sequence(items, scalar.place());
    }

    /** The parser's own words are dropped: they quote the value, which may be secret. */
    private static Sequence json(Slot slot, Scalar scalar) {
        try {
            return (Sequence) JsonReader.read(scalar.text(), scalar.place().source());
        } catch (BadConfiguration e) {
            throw slot.refuses(scalar, "a JSON list, or words with commas between");
        }
    }
}
