package dev.bonafide.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bonafide.store.Keys.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the keys promise (log.md sections 5 and 7), whatever they are kept in. */
public abstract class KeysContract {
    /** The empty keys under test. */
    protected abstract Keys keys();

    /** Whether the store under test orders texts by their bytes, as every one should. */
    protected boolean ordersBytes() {
        return true;
    }

    @Test
    void tellsAnAbsentNameFromADestroyedOne() {
        assertThat(keys().get("data/1")).isInstanceOf(Entry.Absent.class);

        keys().putIfAbsent("data/1", bytes("one"));
        keys().destroy("data/1");

        assertThat(keys().get("data/1")).isInstanceOf(Entry.Destroyed.class);
    }

    @Test
    void keepsTheFirstValue() {
        assertThat(text(keys().putIfAbsent("identifier", bytes("ours")))).isEqualTo("ours");
        assertThat(text(keys().putIfAbsent("identifier", bytes("theirs")))).isEqualTo("ours");
        assertThat(text(keys().get("identifier"))).isEqualTo("ours");
    }

    @Test
    void neverRefillsADestroyedName() {
        keys().putIfAbsent("data/1", bytes("one"));
        keys().destroy("data/1");

        assertThat(keys().putIfAbsent("data/1", bytes("two"))).isInstanceOf(Entry.Destroyed.class);
        assertThat(keys().replace("data/1", bytes("one"), bytes("two"))).isFalse();
        assertThat(keys().get("data/1")).isInstanceOf(Entry.Destroyed.class);
    }

    @Test
    void destroysTwiceAndWhatWasNeverThere() {
        keys().destroy("data/1");
        keys().destroy("data/1");

        assertThat(keys().putIfAbsent("data/1", bytes("late"))).isInstanceOf(Entry.Destroyed.class);
    }

    @Test
    void replacesOnlyTheExpectedValue() {
        keys().putIfAbsent("data/1", bytes("one"));

        assertThat(keys().replace("data/1", bytes("two"), bytes("three"))).isFalse();
        assertThat(keys().replace("data/2", bytes("one"), bytes("three"))).isFalse();
        assertThat(keys().replace("data/1", bytes("one"), bytes("three"))).isTrue();
        assertThat(text(keys().get("data/1"))).isEqualTo("three");
        assertThat(keys().get("data/2")).isInstanceOf(Entry.Absent.class);
    }

    @Test
    void tellsAnEmptyValueFromADestroyedOne() {
        assertThat(text(keys().putIfAbsent("empty", new byte[0]))).isEmpty();
        assertThat(text(keys().get("empty"))).isEmpty();
    }

    @Test
    void keepsNoArrayOfItsCallers() {
        byte[] value = bytes("one");
        keys().putIfAbsent("data/1", value);
        value[0] = 'X';
        held(keys().get("data/1"))[1] = 'X';

        assertThat(text(keys().get("data/1"))).isEqualTo("one");
    }

    @Test
    void listsNamesByPrefixInOrderOfTheirBytes() {
        assumeTrue(ordersBytes(), "left out: this double orders texts by UTF-16 units");
        for (String name :
                List.of(
                        "data/\uFF5E",
                        "data/2",
                        "data/\uD83D\uDE00",
                        "data/10",
                        "datb",
                        "data",
                        "e")) {
            keys().putIfAbsent(name, bytes(name));
        }
        keys().destroy("data/2");

        assertThat(keys().names("data/", "", 10))
                .containsExactly("data/10", "data/2", "data/\uFF5E", "data/\uD83D\uDE00");
        assertThat(keys().names("data/", "data/10", 2)).containsExactly("data/2", "data/\uFF5E");
        assertThat(keys().names("data/", "data/\uD83D\uDE00", 2)).isEmpty();
        assertThat(keys().names("", "", 2)).containsExactly("data", "data/10");
    }

    @Test
    void takesNamesForTextNotForPatterns() {
        keys().putIfAbsent("a%b", bytes("percent"));
        keys().putIfAbsent("axb", bytes("x"));

        assertThat(keys().names("a%", "", 10)).containsExactly("a%b");
    }

    @Test
    void refusesNamesThatUtf8CannotHold() {
        assertThatThrownBy(() -> keys().putIfAbsent("data/\uD83D", bytes("one")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesEverybodyTheSameKey() throws Exception {
        List<String> seen =
                Together.run(
                        16, i -> () -> text(keys().putIfAbsent("identifier", bytes("of " + i))));

        assertThat(seen).containsOnly(text(keys().get("identifier")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] held(Entry entry) {
        return ((Entry.Held) entry).value();
    }

    private static String text(Entry entry) {
        return new String(held(entry), UTF_8);
    }
}
