package dev.bonafide.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A family of keys: {@code #} is an index, {@code *} any one key, {@code **} at the end all that is
 * below.
 */
record KeyPattern(List<String> segments) {
    static KeyPattern of(String text) {
        return new KeyPattern(Dotted.segments(text));
    }

    boolean matches(String path) {
        List<String> keys = Dotted.segments(path);
        boolean open = segments.getLast().equals("**");
        int fixed = open ? segments.size() - 1 : segments.size();
        if (open ? keys.size() <= fixed : keys.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!matches(segments.get(i), keys.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String segment, String key) {
        return switch (segment) {
            case "*" -> true;
            case "#" -> Dotted.isIndex(key);
            default -> segment.equals(key);
        };
    }

    /** Whether keys of this family lie below the path. */
    boolean isBelow(String path) {
        int depth = Dotted.segments(path).size();
        return depth < segments.size() && new KeyPattern(segments.subList(0, depth)).matches(path);
    }

    /**
     * The mappings that keys of this family lie in, without those inside of lists.
     *
     * @param least how many segments they have
     */
    Stream<String> mappings(int least) {
        List<String> fixed =
                segments.stream()
                        .limit(segments.size() - 1)
                        .takeWhile(segment -> !segment.equals("#") && !segment.equals("*"))
                        .toList();
        return IntStream.rangeClosed(least, fixed.size())
                .mapToObj(size -> String.join(".", fixed.subList(0, size)));
    }

    /**
     * The key that an environment variable of this name would set. Open families have no such key;
     * neither have those of one segment, whose names ({@code VERSION}, {@code HELP}) are set for
     * other programs too.
     */
    Optional<String> keyOf(String variable) {
        if (segments.size() == 1 || segments.contains("**")) {
            return Optional.empty();
        }
        Matcher matcher = Pattern.compile(expression()).matcher(variable);
        return matcher.matches() ? Optional.of(key(matcher)) : Optional.empty();
    }

    private String expression() {
        StringBuilder expression = new StringBuilder();
        for (String segment : segments) {
            expression.append(expression.isEmpty() ? "" : "_");
            expression.append(
                    switch (segment) {
                        case "*" -> "([A-Z0-9_]+)";
                        case "#" -> "([0-9]+)";
                        default -> Variables.nameOf(segment);
                    });
        }
        return expression.toString();
    }

    private String key(Matcher matcher) {
        StringBuilder key = new StringBuilder();
        int group = 1;
        for (String segment : segments) {
            boolean open = segment.equals("*") || segment.equals("#");
            key.append(key.isEmpty() ? "" : ".");
            key.append(open ? matcher.group(group++).toLowerCase(Locale.ROOT) : segment);
        }
        return key.toString();
    }

    @Override
    public String toString() {
        return String.join(".", segments);
    }
}
