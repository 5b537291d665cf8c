package dev.bonafide.method.totp;

import static dev.bonafide.method.totp.Fixtures.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Refused;
import dev.bonafide.method.totp.Totp.Algorithm;
import dev.bonafide.method.totp.Totp.Parameters;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSubcommandTest {
    private final TotpSubcommand totp = new TotpSubcommand();
    private final Clock clock = () -> Instant.ofEpochSecond(59);

    @Test
    void printsTheCodeOfThisMoment() {
        assertThat(totp.run(List.of(URL.secret()), clock)).isEqualTo("287082");
        assertThat(totp.run(List.of(" " + URL.secret() + "\n"), clock)).isEqualTo("287082");
        assertThat(totp.run(List.of(URL.text()), clock)).isEqualTo("287082");
    }

    @Test
    void honoursTheParametersOfAnAddress() {
        OtpAuthUrl eight = Fixtures.url(new Parameters(Algorithm.SHA1, 8, 30));
        assertThat(totp.run(List.of(eight.text()), clock)).isEqualTo("94287082");
    }

    @ParameterizedTest
    @CsvSource({
        "'', totp.secret",
        "GEZDGNBV, totp.secret",
        "GEZDGNBV0000GEZDGNBVGY3TQOJQ, totp.secret",
        "otpauth://totp/ada, totp.url",
        "OTPAUTH:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, totp.url"
    })
    void refusesOtherWordsWithoutRepeatingThem(String word, String code) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> totp.run(List.of(word), clock))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("GEZDGNBV"));
    }

    @Test
    void wantsOneWord() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> totp.run(List.of(), clock))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("totp.usage"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> totp.run(List.of(URL.secret(), URL.secret()), clock));
    }
}
