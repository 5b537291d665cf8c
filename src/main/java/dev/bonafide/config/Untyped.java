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
    private static final String LIST = "a JSON list, or words with commas between";
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
        String text = scalar.text().stripLeading();
        return text.startsWith("[") ? json(slot, scalar) : words(slot, scalar);
    }

    /** Kratos reads these as CSV; whoever quotes a comma there would get two halves here. */
    private static Sequence words(Slot slot, Scalar scalar) {
        if (scalar.text().indexOf('"') >= 0) {
            throw slot.refuses(scalar, LIST);
        }
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
            throw slot.refuses(scalar, LIST);
        }
    }
}
