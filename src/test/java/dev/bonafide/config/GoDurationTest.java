package dev.bonafide.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "1h30m, PT1H30M",
        "720h, PT720H",
        "10s, PT10S",
        "500ms, PT0.5S",
        "0s, PT0S",
        "90m, PT1H30M",
        "1us, PT0.000001S",
        "1ns, PT0.000000001S",
        "30m1h, PT1H30M",
        "1s1s, PT2S",
        "9223372036s, PT9223372036S"
    })
    void readsWhatGoReads(String text, String duration) {
        assertThat(GoDuration.parse(text)).isEqualTo(Duration.parse(duration));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "24",
                "1d",
                "h",
                "1.5h",
                "-1h",
                "+1h",
                " 1h",
                "1h ",
                "1 h",
                "1H",
                "1h30",
                "PT1H",
                "1µs",
                "١h",
                "9223372037s",
                "2562048h",
                "99999999999999999999h",
                "9223372036s9223372036s"
            })
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> GoDuration.parse(text));
    }
}
