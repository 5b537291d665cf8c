package dev.bonafide.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Published vectors: FIPS 180-4, RFC 4231, RFC 5869. */
class HashesTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void hashesTheVectorOfFips180() {
        assertThat(HEX.formatHex(Hashes.sha256(ascii("abc"))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void hashesPartsAsTheirConcatenation() {
        assertThat(Hashes.sha256(ascii("a"), ascii(""), ascii("bc")))
                .isEqualTo(Hashes.sha256(ascii("abc")));
    }

    /** RFC 4231 section 4.2. */
    @Test
    void authenticatesTheFirstVectorOfRfc4231() {
        byte[] key = HEX.parseHex("0b".repeat(20));
        assertThat(HEX.formatHex(Hashes.hmacSha256(key, ascii("Hi "), ascii("There"))))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    }

    @Test
    void refusesAShortHmacKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hashes.hmacSha256(new byte[15], new byte[1]));
    }

    /** RFC 5869 appendix A.1. */
    @Test
    void derivesTheFirstVectorOfRfc5869() {
        byte[] key =
                Hashes.hkdfSha256(
                        HEX.parseHex("0b".repeat(22)),
                        HEX.parseHex("000102030405060708090a0b0c"),
                        HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"),
                        42);
        assertThat(HEX.formatHex(key))
                .isEqualTo(
                        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    /** RFC 5869 appendix A.3: empty salt and info. */
    @Test
    void derivesTheThirdVectorOfRfc5869() {
        byte[] key = Hashes.hkdfSha256(HEX.parseHex("0b".repeat(22)), new byte[0], new byte[0], 42);
        assertThat(HEX.formatHex(key))
                .isEqualTo(
                        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
