package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.config.BadConfiguration;
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
        refused(() -> new Argon2(memory, 2, 1, 16, 32), "memory", memory);
    }

    @Test
    void refusesOtherNumbersNamingKeyAndValue() {
        refused(() -> new Argon2("19MB", 1, 1, 16, 32), "iterations", "1");
        refused(() -> new Argon2("19MB", 101, 1, 16, 32), "iterations", "101");
        refused(() -> new Argon2("19MB", 2, 0, 16, 32), "parallelism", "0");
        refused(() -> new Argon2("19MB", 2, 65, 16, 32), "parallelism", "65");
        refused(() -> new Argon2("19MB", 2, 1, 15, 32), "salt_length", "15");
        refused(() -> new Argon2("19MB", 2, 1, 65, 32), "salt_length", "65");
        refused(() -> new Argon2("19MB", 2, 1, 16, 31), "key_length", "31");
        refused(() -> new Argon2("19MB", 2, 1, 16, 129), "key_length", "129");
    }

    @Test
    void refusesAnAbsurdLeastLength() {
        assertThat(new PasswordSettings.Config(6, true).minPasswordLength()).isEqualTo(6);
        assertThat(new PasswordSettings.Config(64, true).minPasswordLength()).isEqualTo(64);
        for (int absurd : new int[] {-1, 0, 5, 65}) {
            refused(
                    () -> new PasswordSettings.Config(absurd, true),
                    "min_password_length",
                    Integer.toString(absurd));
        }
    }

    private static void refused(ThrowingCallable made, String key, String value) {
        assertThatThrownBy(made)
                .isInstanceOf(BadConfiguration.class)
                .hasMessageStartingWith(key + ": " + value);
    }
}
