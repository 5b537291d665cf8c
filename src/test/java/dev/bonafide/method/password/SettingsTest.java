package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Written;
import dev.bonafide.method.password.HashersSettings.Algorithm;
import dev.bonafide.method.password.HashersSettings.Argon2;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PW-08: the cost of hashes is honoured above a floor and refused below it. */
class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "19MB, 19456",
        "19456KB, 19456",
        "19922944B, 19456",
        "128MB, 131072",
        "1GB, 1048576",
        "64mb, 65536"
    })
    void readsMemoryAsKratosSpellsIt(String memory, int kilobytes) {
        assertThat(new Argon2(memory, 2, 1, 16, 32).cost())
                .isEqualTo(new Argon2Cost(kilobytes, 2, 1, 16, 32));
    }

    @Test
    void honoursMoreThanTheFloor() {
        assertThat(new Argon2("1GB", 100, 64, 64, 128).cost())
                .isEqualTo(new Argon2Cost(1 << 20, 100, 64, 64, 128));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18MB",
                "19922943B",
                "2GB",
                "much",
                "19",
                "-19MB",
                "999999999999GB",
                "19 MB",
                ""
            })
    void refusesOtherMemoryNamingKeyAndValue(String memory) {
        refused(
                () -> new Argon2(memory, 2, 1, 16, 32),
                "memory",
                '"' + memory + "\" is refused; allowed: a size");
    }

    @Test
    void refusesOtherNumbersNamingKeyAndValue() {
        refused(
                () -> new HashersSettings(Algorithm.ARGON2, new Argon2("37MB", 1, 1, 16, 32)),
                "argon2",
                "1 pass over 37MB is refused");
        refused("iterations", "101", "0");
        refused("parallelism", "0", "65");
        refused("salt_length", "15", "65");
        refused("key_length", "31", "129");
    }

    /** Kratos' own default, whose work is more than the least although it is one pass. */
    @Test
    void takesFewerPassesOverMoreMemory() {
        for (String memory : new String[] {"128MB", "38MB"}) {
            Argon2 once = new Argon2(memory, 1, 1, 16, 32);
            assertThat(new HashersSettings(Algorithm.ARGON2, once).argon2()).isEqualTo(once);
        }
    }

    private static void refused(String key, String... values) {
        for (String value : values) {
            String text = "hashers: {argon2: {%s: %s}}".formatted(key, value);
            refused(
                    () -> HashersSettings.of(Written.yaml(text)),
                    "hashers.argon2." + key,
                    '"' + value + "\" is refused");
        }
    }

    @Test
    void refusesAnAbsurdLeastLength() {
        String text = "selfservice: {methods: {password: {config: {min_password_length: %d}}}}";
        for (int length : new int[] {6, 64}) {
            assertThat(PasswordSettings.of(Written.yaml(text.formatted(length))).config())
                    .isEqualTo(new PasswordSettings.Config(length, true));
        }
        for (int absurd : new int[] {-1, 0, 5, 65}) {
            refused(
                    () -> PasswordSettings.of(Written.yaml(text.formatted(absurd))),
                    "selfservice.methods.password.config.min_password_length",
                    "\"" + absurd + "\" is refused");
        }
    }

    private static void refused(ThrowingCallable made, String key, String value) {
        assertThatThrownBy(made)
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith(key + ": " + value);
    }
}
