package dev.bonafide.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPatternTest {
    @ParameterizedTest
    @CsvSource({
        "a.b, a.b, true", "a.b, a, false", "a.b, a.b.c, false", "a.*, a.x, true",
                "a.*, a.x.y, false", "a.*.c, a.x.c, true",
        "a.#, a.0, true", "a.#, a.x, false", "a.**, a.x, true", "a.**, a.x.0.y, true",
                "a.**, a, false", "a.**, ab.c, false"
    })
    void matchesFamiliesOfKeys(String pattern, String key, boolean matches) {
        assertThat(KeyPattern.of(pattern).matches(key)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "serve.public.port, SERVE_PUBLIC_PORT, serve.public.port",
        "a.#.b_c, A_12_B_C, a.12.b_c",
        "a.*.hooks, A_LOOKUP_SECRET_HOOKS, a.lookup_secret.hooks",
        "sqa-opt-out.x, SQA_OPT_OUT_X, sqa-opt-out.x",
        "a.#, A_X, ''",
        "a.**, A_X, ''",
        "version, VERSION, ''"
    })
    void knowsTheKeyThatAVariableSets(String pattern, String variable, String key) {
        assertThat(KeyPattern.of(pattern).keyOf(variable).orElse("")).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "a.b.c, a, true",
        "a.b.c, a.b, true",
        "a.b.c, a.b.c, false",
        "a.**, a, true",
        "a.#.c, a.0, true",
        "a.b, b, false"
    })
    void knowsWhatItLiesBelow(String pattern, String path, boolean below) {
        assertThat(KeyPattern.of(pattern).isBelow(path)).isEqualTo(below);
    }
}
