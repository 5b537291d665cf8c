package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kratos' two measures: fewer than 5 edits, or more than half of the password in one piece. */
class SimilarityTest {
    @ParameterizedTest
    @CsvSource({
        "kitten88, sitting88, true",
        "abcdefgh, abcdXXXX, true",
        "abcdefgh, zbydxfwh, true",
        "abcdefgh, zbydxfwv, false",
        "abcdefgh, zzabcdzzzzzzz, false",
        "abcdefgh, zzabcdezzzzzzz, true",
        "ABCDEFGH, zzabcdezzzzzzz, true",
        "abcdefghi, zzzabcdezzzzzzz, true",
        "abcdefghij, zzzabcdezzzzzzz, false",
        "abcdefgh, abc, false",
        "abcdefgh, '', false",
        "😀🐘🎺🍋🚲🧲🪁🧬, 😀🐘🎺🍋🚲..........., true"
    })
    void measures(String password, String known, boolean similar) {
        assertThat(Similarity.similar(password, known)).isEqualTo(similar);
    }
}
