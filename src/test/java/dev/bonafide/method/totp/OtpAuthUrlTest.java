package dev.bonafide.method.totp;

import static dev.bonafide.method.totp.Fixtures.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bonafide.kernel.Refused;
import dev.bonafide.method.totp.Totp.Algorithm;
import dev.bonafide.method.totp.Totp.Parameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtpAuthUrlTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** Contract clause 3.3. */
    @Test
    void isWrittenAsKratosWritesIt() {
        assertThat(URL.text())
                .isEqualTo(
                        "otpauth://totp/Acme:ada@example.org?algorithm=SHA1&digits=6&issuer=Acme"
                                + "&period=30&secret="
                                + SECRET);
        assertThat(OtpAuthUrl.parse(URL.text())).isEqualTo(URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OTPAUTH://TOTP/Acme:ada@example.org?SECRET=gezdgnbvgy3tqojqgezdgnbvgy3tqojq",
                "otpauth://totp/Acme%3Aada%40example.org?secret=" + SECRET + "&Algorithm=sha1",
                "otpauth://totp/Acme:%20ada@example.org?secret=" + SECRET + "&digits=6&period=30",
                "otpauth://totp/ada@example.org?issuer=Acme&secret=" + SECRET,
                "otpauth://totp/Acme:ada@example.org?secret=" + SECRET + "%3D%3D",
                "otpauth://totp/Acme:ada@example.org?secret=gezd%20gnbvgy3tqojqgezdgnbvgy3tqojq="
            })
    void readsAnySpellingOfTheSame(String text) {
        assertThat(OtpAuthUrl.parse(text)).isEqualTo(URL);
    }

    @ParameterizedTest
    @CsvSource({"SHA1, 8, 15", "SHA256, 6, 60", "SHA512, 8, 120"})
    void honoursTheAddressesOwnParameters(Algorithm algorithm, int digits, int period) {
        OtpAuthUrl url = Fixtures.url(new Parameters(algorithm, digits, period));
        assertThat(OtpAuthUrl.parse(url.text())).isEqualTo(url);
        assertThat(url.totp().code(1)).hasSize(digits);
        assertThat(url.totp().step(Instant.ofEpochSecond(period))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'a b', 'c+d'", "'Müller & Söhne', '日本@例え'", "'a:b', 'c:d'", "'50%', 'x?y#z/&='"})
    void anyNameComesBack(String issuer, String account) {
        OtpAuthUrl url = OtpAuthUrl.of(issuer, account, Parameters.USUAL, new byte[20]);
        assertThat(url.text()).isPrintable().isASCII();
        assertThat(OtpAuthUrl.parse(url.text())).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 16, 20, 64, 128})
    void takesSecretsOf80To1024Bits(int bytes) {
        OtpAuthUrl url = OtpAuthUrl.of("Acme", "ada", Parameters.USUAL, new byte[bytes]);
        assertThat(OtpAuthUrl.parse(url.text())).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "https://totp/ada?secret=" + SECRET,
                "otpauth://hotp/ada?counter=1&secret=" + SECRET,
                "otpauth://totp/?secret=" + SECRET,
                "otpauth://totp/:?secret=" + SECRET,
                "otpauth://totp/%20?secret=" + SECRET,
                "otpauth://totp/ada",
                "otpauth://totp/ada?",
                "otpauth://totp/ada?secret",
                "otpauth://totp/ada?secret=",
                "otpauth://totp/ada?secret=GEZDGNBVGY3TQOI",
                "otpauth://totp/ada?secret=GEZDGNBV01",
                "otpauth://totp/ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ!",
                "otpauth://totp/ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGB",
                "otpauth://totp/ada?secret=" + SECRET + "=======",
                "otpauth://totp/ada?secret=" + SECRET + "=A",
                "otpauth://totp/ada?secret=" + SECRET + "&secret=" + SECRET,
                "otpauth://totp/ada?secret=" + SECRET + "&SECRET=" + SECRET,
                "otpauth://totp/ada?secret=" + SECRET + "&encoder=steam",
                "otpauth://totp/ada?secret=" + SECRET + "&",
                "otpauth://totp/ada?secret=" + SECRET + "&algorithm=MD5",
                "otpauth://totp/ada?secret=" + SECRET + "&digits=7",
                "otpauth://totp/ada?secret=" + SECRET + "&digits=06",
                "otpauth://totp/ada?secret=" + SECRET + "&period=14",
                "otpauth://totp/ada?secret=" + SECRET + "&period=121",
                "otpauth://totp/ada?secret=" + SECRET + "&period=-30",
                "otpauth://totp/ada?secret=" + SECRET + "&period=99999999999",
                "otpauth://totp/ada?secret=" + SECRET + "&period=%D9%A3%D9%A0",
                "otpauth://totp/ada%0A?secret=" + SECRET,
                "otpauth://totp/ada%?secret=" + SECRET,
                "otpauth://totp/ada%2?secret=" + SECRET,
                "otpauth://totp/ada%zz?secret=" + SECRET,
                "otpauth://totp/ada%FF?secret=" + SECRET,
                "otpauth://totp/ädä?secret=" + SECRET,
                "otpauth://totp/ada?secret=" + SECRET + "#fragment",
                "otpauth://totp/Other:ada?issuer=Acme&secret=" + SECRET,
            })
    void refusesEverythingElse(String text) {
        assertRefused(text);
    }

    @Test
    void refusesWhatIsTooLongOrTooLarge() {
        byte[] large = new byte[129];
        assertRefused("otpauth://totp/ada?secret=" + Base32.encode(large));
        assertRefused("otpauth://totp/" + "a".repeat(4096) + "?secret=" + SECRET);
    }

    @Test
    void damagedAddressesAreReadOrRefusedAndNeverBreakAnything() {
        Random random = new Random(6238);
        for (int i = 0; i < 20_000; i++) {
            String damaged = damage(URL.text(), random);
            try {
                OtpAuthUrl read = OtpAuthUrl.parse(damaged);
                assertThat(OtpAuthUrl.parse(read.text())).isEqualTo(read);
            } catch (Refused refusal) {
                assertThat(refusal.code()).isEqualTo("totp.url");
                assertThat(refusal.getMessage()).doesNotContain(SECRET);
            }
        }
    }

    /** RFC 4648 section 10, without padding. */
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void spellsBase32AsTheStandardDoes(String plain, String base32) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.encode(bytes)).isEqualTo(base32);
        assertThat(Base32.decode(base32)).isEqualTo(bytes);
    }

    private static String damage(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int hits = 1 + random.nextInt(4); hits > 0 && !damaged.isEmpty(); hits--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, "%&=:?/#".charAt(random.nextInt(7)));
                case 2 -> damaged.setCharAt(at, (char) random.nextInt(0x10000));
                default -> damaged.insert(at, damaged.substring(random.nextInt(at + 1), at));
            }
        }
        return damaged.toString();
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> OtpAuthUrl.parse(text))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("totp.url"))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(SECRET));
    }
}
