package dev.bonafide.config;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/configuration.md} from what rooms bind and from the catalogue. */
final class Manual {
    private final List<BoundKey> keys;
    private final List<Rule> rules;

    Manual(List<BoundKey> keys, Catalogue catalogue) {
        this.keys = keys;
        this.rules = catalogue.rules();
    }

    String text(String introduction) {
        return Stream.of(
                        introduction.strip(),
                        section("Kratos' keys that are served", table(false)),
                        section("Own keys", table(true)),
                        section(
                                "Kratos' keys without effect",
                                "Known, harmless, ignored; one warning each at the start. `**` is all that is below.\n\n"
                                        + list(Rule.Kind.HARMLESS)),
                        section(
                                "Kratos' keys that are refused",
                                "The start is refused and names them, unless they have one of the values that say what is so anyway.\n\n"
                                        + list(Rule.Kind.REFUSED, Rule.Kind.ONLY)))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String section(String title, String body) {
        return "## " + title + "\n\n" + body;
    }

    private String table(boolean own) {
        return keys.stream()
                .filter(key -> key.isOwn() == own)
                .map(Manual::row)
                .collect(
                        Collectors.joining(
                                "\n",
                                "| key | allowed | absent means | reload | what it does |\n|---|---|---|---|---|\n",
                                ""));
    }

    private static String row(BoundKey key) {
        return "| `%s`%s | %s | %s | %s | %s |"
                .formatted(
                        key.path(),
                        key.slot().secret() ? " (secret)" : "",
                        allowed(key),
                        absent(key),
                        key.reloadable() ? "yes" : "restart",
                        doc(key).value());
    }

    static Doc doc(BoundKey key) {
        Doc doc = key.slot().doc();
        if (doc == null) {
            throw new AssertionError(key.path() + " has no @Doc");
        }
        return doc;
    }

    private static String allowed(BoundKey key) {
        String items = key.isList() ? "a list: " : "";
        String own = doc(key).allowed();
        return items + (own.isEmpty() ? typed(key) : own).replace("|", "\\|");
    }

    private static String typed(BoundKey key) {
        Class<?> type = key.scalar();
        if (key.slot().range() != null) {
            return key.slot().allowed(key.reading());
        }
        if (type.isEnum()) {
            return Stream.of(key.reading().allowed().split(", ", -1))
                    .map(word -> '`' + word + '`')
                    .collect(Collectors.joining(", "));
        }
        return type == Duration.class
                ? "a duration"
                : type == String.class ? "a text" : key.reading().allowed();
    }

    private static String absent(BoundKey key) {
        Slot slot = key.slot();
        String own = doc(key).absent();
        if (!own.isEmpty()) {
            return own;
        }
        String usual = key.isList() ? "`[]`" : slot.nullable() ? "nothing" : "must be there";
        return slot.fallback() == null ? usual : '`' + slot.fallback() + '`';
    }

    private String list(Rule.Kind... kinds) {
        return rules.stream()
                .filter(rule -> List.of(kinds).contains(rule.kind()))
                .map(rule ->
                        "* `"
                                + rule.pattern()
                                + '`'
                                + (rule.allowed().isEmpty() ? "" : ", but " + values(rule))
                                + (rule.words().isEmpty() ? "" : ": " + rule.words()))
                .collect(Collectors.joining("\n"));
    }

    private static String values(Rule rule) {
        return rule.allowed().stream()
                .map(value -> '`' + value + '`')
                .collect(Collectors.joining(" or "));
    }
}
