package dev.bonafide.method.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Entropy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PendingCodesTest {
    @Test
    void areTwelveOfEightLettersAndDigits() {
        PendingCodes codes = PendingCodes.make(Entropy.system());
        assertThat(codes.codes())
                .hasSize(12)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z0-9]{8}"));
        assertThat(codes.salt()).matches("[0-9a-f]{32}");
    }

    @Test
    void comeBackFromTheMemoryOfAFlow() {
        PendingCodes codes = PendingCodes.make(Fixtures.seeded(1));
        assertThat(PendingCodes.parse(codes.text())).isEqualTo(codes);
        assertThat(codes.toString()).doesNotContain(codes.codes());
    }

    @Test
    void differFromSetToSet() {
        Entropy entropy = Fixtures.seeded(2);
        PendingCodes first = PendingCodes.make(entropy);
        PendingCodes second = PendingCodes.make(entropy);
        assertThat(second.codes()).doesNotContainAnyElementsOf(first.codes());
        assertThat(second.salt()).isNotEqualTo(first.salt());
    }

    /** Chi-square over 10^6 characters: 35 degrees of freedom, 90 is passed once in 10^6. */
    @Test
    void areUnbiased() {
        Entropy entropy = Fixtures.seeded(3);
        Map<Integer, Integer> counts = new HashMap<>();
        int characters = 0;
        while (characters < 1_000_000) {
            for (String code : PendingCodes.make(entropy).codes()) {
                code.chars().forEach(letter -> counts.merge(letter, 1, Integer::sum));
                characters += code.length();
            }
        }
        double expected = characters / 36.0;
        double chiSquare =
                counts.values().stream()
                        .mapToDouble(count -> Math.pow(count - expected, 2) / expected)
                        .sum();
        assertThat(counts).hasSize(36);
        assertThat(chiSquare).isBetween(8.0, 90.0);
    }

    /** The last four values of a byte would favour four letters; they are drawn again. */
    @Test
    void dropsTheBytesThatWouldFavourSomeLetters() {
        int[] next = {0};
        Entropy counting =
                length -> {
                    byte[] bytes = new byte[length];
                    for (int i = 0; i < length; i++) {
                        bytes[i] = (byte) (next[0] % 2 == 0 ? 252 + next[0] % 4 : 251);
                        next[0]++;
                    }
                    return bytes;
                };
        assertThat(PendingCodes.make(counting).codes())
                .isEqualTo(Arrays.asList(filled("99999999")));
    }

    private static String[] filled(String code) {
        String[] codes = new String[12];
        Arrays.fill(codes, code);
        return codes;
    }
}
