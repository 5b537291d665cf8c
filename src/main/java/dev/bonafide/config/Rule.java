package dev.bonafide.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of the catalogue of Kratos' keys. */
record Rule(Kind kind, KeyPattern pattern, List<String> allowed, String words) {
    private static final Pattern LINE =
            Pattern.compile("(\\w+)\\s+(\\S+)(?:\\s+=\\s+(.*?))?(?:\\s+:\\s+(.*))?\\s*");

    /** The four classes, as the head of the catalogue explains them. */
    enum Kind {
        SERVED,
        HARMLESS,
        REFUSED,
        ONLY
    }

    static Rule parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("no line of a catalogue: " + line);
        }
        return new Rule(
                Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                KeyPattern.of(parts.group(2)),
                values(parts.group(3)),
                words(parts.group(4)));
    }

    private static List<String> values(@Nullable String values) {
        return values == null
                ? List.of()
                : Arrays.stream(values.split("\\|")).map(String::strip).toList();
    }

    private static String words(@Nullable String words) {
        return words == null ? "" : words;
    }
}
