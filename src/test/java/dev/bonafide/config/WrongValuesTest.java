package dev.bonafide.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bonafide.Application;
import dev.bonafide.cli.SpringServer;
import dev.bonafide.kernel.Entropy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wrong values for every key that a room binds, made from the records: none starts, and each is
 * told with key, value and what is allowed. All keys are wrong at once, so this also shows that a
 * start tells everything.
 */
class WrongValuesTest {
    private static final List<BoundKey> KEYS = EveryRoom.keys();

    @TempDir Path folder;

    @Test
    void ofAnotherType() throws IOException {
        Map<String, String> wrong = planted(key -> Optional.of("{}"));
        assertThat(told(file(wrong))).containsExactlyInAnyOrderEntriesOf(allowed(wrong, "{}"));
    }

    @Test
    void thatMeanNothing() throws IOException {
        Map<String, String> wrong = planted(WrongValuesTest::meaningless);
        assertThat(wrong).hasSizeGreaterThan(30);
        assertThat(told(file(wrong))).containsExactlyInAnyOrderEntriesOf(allowed(wrong, ""));
    }

    @Test
    void thatAreTooSmallOrTooLarge() throws IOException {
        for (Function<Range, Long> edge :
                List.<Function<Range, Long>>of(r -> r.min() - 1, r -> r.max() + 1)) {
            Map<String, String> wrong =
                    planted(key ->
                            Optional.ofNullable(key.slot().range())
                                    .map(range -> edge.apply(range).toString()));
            assertThat(wrong).hasSizeGreaterThan(5);
            assertThat(told(file(wrong))).containsExactlyInAnyOrderEntriesOf(allowed(wrong, ""));
        }
    }

    @Test
    void thatRoomsRefuse() throws IOException {
        List<String> special =
                KEYS.stream()
                        .filter(key -> !Manual.doc(key).allowed().isEmpty())
                        .map(WrongValuesTest::place)
                        .filter(path -> !path.equals("dsn"))
                        .toList();
        assertThat(OddValues.BY_PLACE.keySet()).containsExactlyInAnyOrderElementsOf(special);
        Map<String, String> wrong =
                OddValues.BY_PLACE.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        e -> quoted(e.getValue()),
                                        (a, b) -> a,
                                        TreeMap::new));
        Map<String, String> told = told(file(wrong));
        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(OddValues.BY_PLACE.keySet());
        assertThat(told.values())
                .allMatch(line -> line.contains("allowed") || line.contains("dsn"));
        assertThat(told.toString()).doesNotContain("hunter2");
        KEYS.stream()
                .filter(key -> !key.slot().secret() && told.containsKey(place(key)))
                .map(WrongValuesTest::place)
                .forEach(place ->
                        assertThat(told.get(place))
                                .as(place)
                                .contains(OddValues.BY_PLACE.get(place)));
    }

    @Test
    void inTheEnvironment() {
        Map<String, String> wrong = planted(WrongValuesTest::meaningless);
        // No variable can spell the key of an entry that is in no file.
        wrong.keySet().removeIf(key -> key.contains(".*."));
        Map<String, String> environment = new TreeMap<>(Written.SECRETS);
        wrong.forEach((path, value) -> environment.put(Variables.nameOf(path), bare(value)));
        environment.put("IDENTITY_SCHEMAS_0_ID", "x");
        Map<String, String> told = told(load(List.of(), environment));
        wrong.keySet()
                .forEach(path ->
                        assertThat(told.get(path))
                                .as(path)
                                .endsWith("(environment variable " + Variables.nameOf(path) + ")"));
    }

    /** A key's place in a file: the first item of a list. */
    private static String place(BoundKey key) {
        return key.path().replace("#", "0") + (key.isList() ? ".0" : "");
    }

    private static Map<String, String> planted(Function<BoundKey, Optional<String>> value) {
        Map<String, String> wrong = new TreeMap<>();
        KEYS.forEach(key -> value.apply(key).ifPresent(text -> wrong.put(place(key), text)));
        return wrong;
    }

    /** A scalar that means nothing to the key's type; none for texts, which mean themselves. */
    private static Optional<String> meaningless(BoundKey key) {
        return key.scalar() == String.class ? Optional.empty() : Optional.of(quoted("so so"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String bare(String quoted) {
        return quoted.replace("\"", "");
    }

    /** What should be said of each: the value unless it is secret, and what is allowed. */
    private static Map<String, String> allowed(Map<String, String> wrong, String what) {
        return KEYS.stream()
                .filter(key -> wrong.containsKey(place(key)))
                .collect(
                        Collectors.toMap(
                                WrongValuesTest::place,
                                key ->
                                        (key.slot().secret()
                                                        ? "the value (hidden)"
                                                        : what.isEmpty()
                                                                ? quoted(
                                                                        bare(
                                                                                wrong.getOrDefault(
                                                                                        place(key),
                                                                                        "")))
                                                                : what)
                                                + " is refused; allowed: "
                                                + key.slot().allowed(key.reading())));
    }

    /** Keys and what is said of them, without places. */
    private static Map<String, String> told(FileConfiguration configuration) {
        BadConfiguration bad =
                catchThrowableOfType(
                        BadConfiguration.class,
                        () -> new SpringServer(Application.class).start(configuration).close());
        assertThat(bad).as("it started").isNotNull();
        return bad.all().stream()
                .collect(
                        Collectors.toMap(
                                BadConfiguration::key,
                                each -> each.problem().replaceAll(" \\(/\\S*\\)$", "")));
    }

    private FileConfiguration file(Map<String, String> values) throws IOException {
        Map<String, Object> tree = new TreeMap<>();
        whole(values).forEach((path, value) -> put(tree, List.of(path.split("\\.", -1)), value));
        Path file = Files.writeString(folder.resolve("wrong.json"), json(tree));
        Map<String, String> environment = new TreeMap<>(Written.SECRETS);
        environment
                .keySet()
                .removeIf(name ->
                        values.keySet().stream()
                                .map(Variables::nameOf)
                                .anyMatch(set -> set.startsWith(name)));
        environment.put("DSN", "sqlite://" + folder.resolve("never.db"));
        environment.keySet().removeIf(name -> values.containsKey("dsn") && name.equals("DSN"));
        FileConfiguration configuration = load(List.of(file), environment);
        assertThat(folder.resolve("never.db")).doesNotExist();
        return configuration;
    }

    /** What has to be in an item of a list, which would be wrong as well if it were absent. */
    private static Map<String, String> whole(Map<String, String> values) {
        Map<String, String> all = new TreeMap<>(values);
        all.putIfAbsent("identity.schemas.0.id", quoted("default"));
        all.putIfAbsent("identity.schemas.0.url", quoted(OddValues.SCHEMA));
        String provider = "selfservice.methods.oidc.config.providers.0.";
        if (all.keySet().stream().anyMatch(key -> key.startsWith(provider))) {
            List.of("id", "client_id", "mapper_url")
                    .forEach(key -> all.putIfAbsent(provider + key, quoted("x")));
            all.putIfAbsent(provider + "provider", quoted("generic"));
        }
        return all;
    }

    private static FileConfiguration load(List<Path> files, Map<String, String> environment) {
        return FileConfiguration.load(files, false, environment, Entropy.system());
    }

    @SuppressWarnings("unchecked") // only mappings are put where a path goes on
    private static void put(Map<String, Object> tree, List<String> path, String value) {
        if (path.size() == 1) {
            tree.put(path.getFirst(), value);
            return;
        }
        put(
                (Map<String, Object>)
                        tree.computeIfAbsent(path.getFirst(), key -> new TreeMap<String, Object>()),
                path.subList(1, path.size()),
                value);
    }

    private static String json(Object node) {
        if (!(node instanceof Map<?, ?> tree)) {
            return node.toString();
        }
        boolean list = tree.containsKey("0");
        Stream<String> entries =
                tree.entrySet().stream()
                        .map(e ->
                                (list ? "" : quoted((String) e.getKey()) + ':')
                                        + json(e.getValue()));
        return entries.collect(Collectors.joining(",", list ? "[" : "{", list ? "]" : "}"));
    }
}
