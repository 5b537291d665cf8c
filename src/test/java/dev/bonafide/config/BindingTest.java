package dev.bonafide.config;

import static dev.bonafide.config.Written.refusal;
import static dev.bonafide.config.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {
    enum Level {
        AAL1,
        HIGHEST_AVAILABLE,
        @Key("Lax")
        LAX
    }

    record Inner(@Default("inner") String name, @Nullable Level requiredAal) {}

    record Item(String id, @Default("false") boolean isDefault) {}

    record All(
            @Nullable String text,
            @Default("true") boolean truth,
            @Default("7") int count,
            @Default("8589934592") long size,
            @Default("24h") Duration lifespan,
            @Nullable URI baseUrl,
            @Default("highest_available") Level level,
            @Default("[a, b]") List<String> words,
            List<Item> items,
            Map<String, Inner> byName,
            Inner inner,
            @Nullable Inner maybe) {}

    record Checked(int minLength) {
        Checked {
            if (minLength < 8) {
                throw new BadConfiguration(
                        "min_length", minLength + " is refused; allowed: 8 or more");
            }
        }
    }

    record Required(String name) {}

    record Hidden(@Nullable @Secret Duration key, @Secret List<Integer> keys) {}

    private static All all(String text) {
        return yaml("x:\n" + text.indent(2)).bind("x", All.class);
    }

    private static final String EVERY_TYPE =
            """
            text: "5"
            truth: false
            count: -3
            size: 9000000000
            lifespan: 1h30m
            base_url: https://example.org/a?b=c
            level: Lax
            words: [x, "y z"]
            items: [{id: one}, {id: two, is_default: true}]
            by_name: {ada: {name: lovelace}}
            inner: {required_aal: aal1}
            maybe: {}
            """;

    @Test
    void readsEveryType() {
        assertThat(all(EVERY_TYPE))
                .isEqualTo(
                        new All(
                                "5",
                                false,
                                -3,
                                9_000_000_000L,
                                Duration.ofMinutes(90),
                                URI.create("https://example.org/a?b=c"),
                                Level.LAX,
                                List.of("x", "y z"),
                                List.of(new Item("one", false), new Item("two", true)),
                                Map.of("ada", new Inner("lovelace", null)),
                                new Inner("inner", Level.AAL1),
                                new Inner("inner", null)));
    }

    @Test
    void takesDefaultsForWhatIsAbsent() {
        All all = yaml("{}").bind("x", All.class);
        assertThat(all.count()).isEqualTo(7);
        assertThat(all.size()).isEqualTo(8_589_934_592L);
        assertThat(all.lifespan()).isEqualTo(Duration.ofHours(24));
        assertThat(all.level()).isEqualTo(Level.HIGHEST_AVAILABLE);
        assertThat(all.words()).containsExactly("a", "b");
        assertThat(all.items()).isEmpty();
        assertThat(all.byName()).isEmpty();
        assertThat(all.inner()).isEqualTo(new Inner("inner", null));
        assertThat(all.maybe()).isNull();
        assertThat(all.text()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    truth: yes               | x.truth: "yes" is refused; allowed: true or false (kratos.yml:2)
                    truth: True              | x.truth: "True" is refused; allowed: true or false (kratos.yml:2)
                    truth: 1                 | x.truth: "1" is refused; allowed: true or false (kratos.yml:2)
                    truth: "true"            | x.truth: "true" is refused; allowed: true or false (kratos.yml:2)
                    truth:                   | x.truth: null is refused; allowed: true or false (kratos.yml:2)
                    count: 5.0               | x.count: "5.0" is refused; allowed: a whole number (kratos.yml:2)
                    count: 0x1F              | x.count: "0x1F" is refused; allowed: a whole number (kratos.yml:2)
                    count: 2147483648        | x.count: "2147483648" is refused; allowed: a whole number (kratos.yml:2)
                    count: "5"               | x.count: "5" is refused; allowed: a whole number (kratos.yml:2)
                    size: 9223372036854775808 | x.size: "9223372036854775808" is refused; allowed: a whole number (kratos.yml:2)
                    text: 5                  | x.text: "5" is refused; allowed: a text (numbers and true or false in quotes) (kratos.yml:2)
                    text: [a]                | x.text: a list is refused; allowed: a text (numbers and true or false in quotes) (kratos.yml:2)
                    lifespan: 24             | x.lifespan: "24" is refused; allowed: a duration such as 1h30m, 720h, 10s or 500ms (kratos.yml:2)
                    lifespan: 1d             | x.lifespan: "1d" is refused; allowed: a duration such as 1h30m, 720h, 10s or 500ms (kratos.yml:2)
                    base_url: "a b"          | x.base_url: "a b" is refused; allowed: an address such as https://example.org/path (kratos.yml:2)
                    base_url: ""             | x.base_url: "" is refused; allowed: an address such as https://example.org/path (kratos.yml:2)
                    level: AAL1              | x.level: "AAL1" is refused; allowed: aal1, highest_available, Lax (kratos.yml:2)
                    level: aal2              | x.level: "aal2" is refused; allowed: aal1, highest_available, Lax (kratos.yml:2)
                    words: a                 | x.words: "a" is refused; allowed: a list (kratos.yml:2)
                    words: [a, 5]            | x.words.1: "5" is refused; allowed: a text (numbers and true or false in quotes) (kratos.yml:2)
                    items: [{}]              | x.items.0.id: is missing; it has no default
                    items: [a]               | x.items.0: "a" is refused; allowed: a mapping (kratos.yml:2)
                    by_name: [a]             | x.by_name: a list is refused; allowed: a mapping (kratos.yml:2)
                    by_name: {a: {name: []}} | x.by_name.a.name: [] is refused; allowed: a text (numbers and true or false in quotes) (kratos.yml:2)
                    inner: 5                 | x.inner: "5" is refused; allowed: a mapping (kratos.yml:2)
                    """)
    void namesKeyAndValueAndWhatIsAllowed(String line, String message) {
        assertThat(refusal(() -> all(line))).isEqualTo(message);
    }

    @Test
    void saysWhichKeyIsMissing() {
        assertThat(refusal(() -> yaml("{}").bind("x", Required.class)))
                .isEqualTo("x.name: is missing; it has no default");
    }

    @Test
    void putsThePathBeforeWhatARecordRefuses() {
        FileConfiguration file = yaml("x:\n  list:\n    - min_length: 7");
        record Lists(List<Checked> list) {}
        assertThat(refusal(() -> file.bind("x", Lists.class)))
                .isEqualTo("x.list.0.min_length: 7 is refused; allowed: 8 or more (kratos.yml:3)");
    }

    @Test
    void neverShowsASecretValue() {
        assertThat(refusal(() -> yaml("x: {key: hunter2}").bind("x", Hidden.class)))
                .isEqualTo(
                        "x.key: the value (hidden) is refused; allowed: "
                                + GoDuration.ALLOWED
                                + " (kratos.yml:1)");
        assertThat(refusal(() -> yaml("x: {keys: [hunter2]}").bind("x", Hidden.class)))
                .doesNotContain("hunter2");
        assertThat(refusal(() -> yaml("{}", Map.of("X_KEYS", "[hunter2")).bind("x", Hidden.class)))
                .isEqualTo(
                        "x.keys: the value (hidden) is refused; allowed: a JSON list, or words with commas between"
                                + " (environment variable X_KEYS)");
    }

    @Test
    void bindsTheWholeFileAtTheEmptyPath() {
        record Top(@Default("none") String name) {}
        assertThat(yaml("name: a").bind("", Top.class).name()).isEqualTo("a");
    }
}
