package dev.bonafide.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void acceptsTheSameBytes() {
        assertThat(Secrets.equal(new byte[] {1, 2, 3}, new byte[] {1, 2, 3})).isTrue();
        assertThat(Secrets.equal("naïve", "naïve")).isTrue();
        assertThat(Secrets.equal("", "")).isTrue();
    }

    @Test
    void rejectsEverySingleBitOfDifference() {
        byte[] known = {0, 127, -1, 42};
        for (int bit = 0; bit < known.length * 8; bit++) {
            byte[] given = known.clone();
            given[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Secrets.equal(known, given)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void rejectsAPrefixAndAnExtension() {
        assertThat(Secrets.equal(new byte[] {1, 2}, new byte[] {1})).isFalse();
        assertThat(Secrets.equal(new byte[] {1}, new byte[] {1, 0})).isFalse();
        assertThat(Secrets.equal(new byte[0], new byte[] {0})).isFalse();
    }
}
