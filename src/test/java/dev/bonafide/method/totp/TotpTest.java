package dev.bonafide.method.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bonafide.method.totp.Totp.Algorithm;
import dev.bonafide.method.totp.Totp.Parameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final String SEED =
            "1234567890123456789012345678901234567890123456789012345678901234";

    /** RFC 6238 appendix B; the secrets of its reference implementation. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void givesTheCodesOfRfc6238(long time, String sha1, String sha256, String sha512) {
        assertThat(at(time, Algorithm.SHA1, 8)).isEqualTo(sha1);
        assertThat(at(time, Algorithm.SHA256, 8)).isEqualTo(sha256);
        assertThat(at(time, Algorithm.SHA512, 8)).isEqualTo(sha512);
    }

    /** RFC 4226 section 5.3: a shorter code is the end of a longer one. */
    @ParameterizedTest
    @ValueSource(longs = {59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000L})
    void sixDigitsAreTheLastOfEight(long time) {
        for (Algorithm algorithm : Algorithm.values()) {
            assertThat(at(time, algorithm, 6)).isEqualTo(at(time, algorithm, 8).substring(2));
        }
    }

    /** RFC 4226 appendix D: counters 0 to 9. */
    @Test
    void givesTheCodesOfRfc4226() {
        Totp totp = totp(Algorithm.SHA1, 6, 30);
        assertThat(LongStream.range(0, 10).mapToObj(totp::code))
                .containsExactly(
                        "755224", "287082", "359152", "969429", "338314", "254676", "287922",
                        "162583", "399871", "520489");
    }

    @Test
    void countsWholePeriods() {
        Totp slow = totp(Algorithm.SHA1, 6, 60);
        assertThat(slow.step(Instant.ofEpochSecond(119))).isEqualTo(1);
        assertThat(slow.step(Instant.ofEpochSecond(120))).isEqualTo(2);
        assertThat(slow.step(Instant.ofEpochSecond(-1))).isEqualTo(-1);
        assertThat(slow.code(2)).isEqualTo(totp(Algorithm.SHA1, 6, 30).code(2));
    }

    @ParameterizedTest
    @CsvSource({"6, 30, 0", "6, 30, 1", "8, 30, 1", "6, 60, 1", "6, 15, 1", "8, 120, 1"})
    void acceptsExactlyTheWindow(int digits, int period, int skew) {
        Totp totp = totp(Algorithm.SHA256, digits, period);
        for (long phase = 0; phase < period; phase += 7) {
            Instant made = Instant.ofEpochSecond(1_764_072_000 + phase);
            for (int late = -120; late <= 120; late++) {
                Instant now = made.plusSeconds(late);
                boolean near = Math.abs(totp.step(now) - totp.step(made)) <= skew;
                assertThat(totp.match(totp.code(totp.step(made)), now, skew))
                        .as("%d s later, %d s into the step", late, phase)
                        .isEqualTo(near ? OptionalLong.of(totp.step(made)) : OptionalLong.empty());
            }
        }
    }

    /** Else it could be used once for each. Of this secret, 153567 is the first such step. */
    @Test
    void takesTheLaterOfTwoStepsWithOneCode() {
        Totp totp = totp(Algorithm.SHA1, 6, 30);
        assertThat(totp.code(153_567)).isEqualTo(totp.code(153_569));
        Instant between = Instant.ofEpochSecond(153_568 * 30);
        assertThat(totp.match(totp.code(153_567), between, 1)).hasValue(153_569);
    }

    @Test
    void speaksAsciiWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(totp(Algorithm.SHA1, 6, 30).code(1)).isEqualTo("287082");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 30", "7, 30", "9, 30", "0, 30", "6, 14", "6, 121", "6, 0", "6, -30"})
    void refusesOtherShapes(int digits, int period) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parameters(Algorithm.SHA1, digits, period));
    }

    private static String at(long time, Algorithm algorithm, int digits) {
        Totp totp = totp(algorithm, digits, 30);
        return totp.code(totp.step(Instant.ofEpochSecond(time)));
    }

    private static Totp totp(Algorithm algorithm, int digits, int period) {
        int length =
                switch (algorithm) {
                    case SHA1 -> 20;
                    case SHA256 -> 32;
                    case SHA512 -> 64;
                };
        byte[] secret = SEED.substring(0, length).getBytes(StandardCharsets.US_ASCII);
        return new Totp(new Parameters(algorithm, digits, period), secret);
    }
}
