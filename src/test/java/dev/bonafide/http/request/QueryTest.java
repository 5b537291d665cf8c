package dev.bonafide.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a", "a=", "&a=&", "b=1", "A=1"})
    void anEmptyParameterIsAbsent(@org.jspecify.annotations.Nullable String raw) {
        assertThat(new Query(raw).one("a")).isEmpty();
        assertThat(new Query(raw).all("a")).isEmpty();
    }

    @Test
    void emptyOnesAmongManyAreLeftOut() {
        assertThat(new Query("a=&a=1&a&a=2").all("a")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=1&a=1", "a=1&a=", "a=&a="})
    void twoOfOneNameAreRefusedWhereOneIsAsked(String raw) {
        assertThatThrownBy(() -> new Query(raw).one("a")).isInstanceOf(Problem.class);
    }

    @Test
    void decodesNamesAndValues() {
        assertThat(new Query("%61=x%20y+z%2B").one("a")).hasValue("x y z+");
    }
}
