package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import dev.bonafide.config.Node.Scalar;
import dev.bonafide.config.Node.Sequence;
import dev.bonafide.config.Verdict.Fine;
import dev.bonafide.config.Verdict.Harmless;
import dev.bonafide.config.Verdict.Refused;
import dev.bonafide.config.Verdict.Unknown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys that no room read: warned of, or refused. Looked at once, when every room has bound its
 * records.
 */
final class Leftovers {
    /** First words of keys that no other program's variables begin with. */
    private static final List<String> UNMISTAKABLE =
            List.of(
                    "bonafide",
                    "courier",
                    "feature_flags",
                    "hashers",
                    "identity.schemas",
                    "oauth2_provider",
                    "secrets",
                    "selfservice");

    private final Read read;
    private final Catalogue catalogue;
    private final Map<String, String> warnings = new LinkedHashMap<>();
    private final List<BadConfiguration> refusals = new ArrayList<>();
    private final Set<String> items = new HashSet<>();

    private Leftovers(Read read, Catalogue catalogue) {
        this.read = read;
        this.catalogue = catalogue;
    }

    /**
     * The warnings, one line each.
     *
     * @throws BadConfiguration for every key that is refused or unknown
     */
    static List<String> check(Mapping root, Variables variables, Read read) {
        Leftovers leftovers = new Leftovers(read, Catalogue.kratos());
        leftovers.walk("", root);
        variables.names().forEach(name -> leftovers.variable(name, variables));
        leftovers.refuse();
        return List.copyOf(leftovers.warnings.values());
    }

    private void walk(String path, Node node) {
        switch (node) {
            case Mapping(var entries, _) when !entries.isEmpty() ->
                    entries.forEach((key, value) -> walk(Dotted.child(path, key), value));
            case Sequence(var items, _) when !items.isEmpty() -> items(path, items);
            case Mapping _ -> empty(path, node);
            case Sequence _ -> empty(path, node);
            case Scalar _ -> judge(path, node, read.hasKey(path));
        }
    }

    private void items(String path, List<Node> items) {
        for (int i = 0; i < items.size(); i++) {
            walk(Dotted.child(path, Integer.toString(i)), items.get(i));
        }
    }

    /** An empty mapping or list says nothing; it only has to stand where something could stand. */
    private void empty(String path, Node node) {
        boolean known =
                path.isEmpty()
                        || patterns().anyMatch(pattern -> KeyPattern.of(pattern).isBelow(path));
        judge(path, node, known || read.hasKey(path));
    }

    private void variable(String name, Variables variables) {
        Scalar value = variables.named(name);
        Set<String> keys = catalogue.keysOf(name).collect(Collectors.toCollection(TreeSet::new));
        boolean bound = read.hasVariable(name);
        keys.forEach(key -> judge(key, value, bound));
        boolean whole = Whole.isObject(value) && !catalogue.mappingsOf(name).isEmpty();
        if (keys.isEmpty() && !bound && !whole && isOurs(name)) {
            warnings.put(name, value.place() + " sets nothing" + hintOf(name));
        }
    }

    /** Whether it begins as the variables of some known mapping do, and is not for tests. */
    private boolean isOurs(String name) {
        return !name.startsWith("BONAFIDE_TEST_")
                && mappings().anyMatch(path -> name.startsWith(Variables.nameOf(path) + '_'));
    }

    /** Single words ({@code LOG}, {@code SESSION}) begin the variables of other programs too. */
    private Stream<String> mappings() {
        return Stream.concat(
                UNMISTAKABLE.stream(),
                patterns().flatMap(pattern -> KeyPattern.of(pattern).mappings(2)));
    }

    private String hintOf(String name) {
        String path = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return Nearest.to(
                        path,
                        patterns().filter(known -> !known.contains("**")).map(Leftovers::dotted))
                .map(near -> "; did you mean " + Variables.nameOf(near).replace('#', '0') + "?")
                .orElse("");
    }

    /** As a variable's name has it, where words can't be told from keys. */
    private static String dotted(String pattern) {
        return pattern.replace('_', '.');
    }

    private void judge(String path, Node node, boolean bound) {
        switch (catalogue.on(path, node, bound)) {
            case Fine _ -> {}
            case Harmless(var key, var words) ->
                    warnings.putIfAbsent(
                            key,
                            key
                                    + " has no effect"
                                    + (words.isEmpty() ? "" : ": " + words)
                                    + " ("
                                    + node.place()
                                    + ")");
            case Refused _ when !items.add(item(path)) -> {}
            case Refused(var words) ->
                    refusals.add(BadConfiguration.at(node.place(), path, shown(node) + words));
            case Unknown _ ->
                    refusals.add(
                            BadConfiguration.at(
                                    node.place(), path, "is no known key" + hint(path)));
        }
    }

    /** A hook that is refused is refused once, and not again for each key of its configuration. */
    private static String item(String path) {
        return path.replaceFirst("(\\.hooks\\.[0-9]+)\\..*", "$1");
    }

    /**
     * The refused value where it is a plain word: long ones (certificates, keys) and those of
     * refused secrets stay out.
     */
    private static String shown(Node node) {
        return node instanceof Scalar scalar && scalar.text().matches("[a-z_]{1,30}")
                ? node.what() + ' '
                : "";
    }

    private String hint(String path) {
        return Nearest.to(path, patterns().filter(known -> !known.contains("**")))
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private Stream<String> patterns() {
        return Stream.concat(read.patterns().stream(), catalogue.patterns());
    }

    private void refuse() {
        if (!refusals.isEmpty()) {
            throw BadConfiguration.of(refusals);
        }
    }
}
