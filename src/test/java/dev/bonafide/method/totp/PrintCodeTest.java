package dev.bonafide.method.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Refused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintCodeTest {
    /** RFC 6238 appendix B, the time of its third row. */
    private static final Clock CLOCK = () -> Instant.ofEpochSecond(1_111_111_111L);

    private static String run(String... arguments) {
        return new PrintCode().run(List.of(arguments), CLOCK);
    }

    @ParameterizedTest
    @CsvSource({
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 050471",
        "gezd gnbv gy3t qojq gezd gnbv gy3t qojq, 050471",
        "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8, 14050471"
    })
    void printsTheCodeOfThisMoment(String secret, String code) {
        assertThat(run(secret)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GEZDGNBV1", "otpauth://hotp/a?secret=GEZDGNBVGY3TQOJQ", "https://x"})
    void refusesWhatIsNoSecretWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> run(text))
                .isInstanceOf(Refused.class)
                .message()
                .doesNotContain("GEZD");
    }

    @Test
    void takesOneArgument() {
        for (String[] arguments : List.of(new String[] {}, new String[] {"AAAA", "BBBB"})) {
            assertThatThrownBy(() -> run(arguments))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("one argument");
        }
    }
}
