package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.HashPool;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PW-08: how passwords are stored, and when a stored hash is renewed. */
class PasswordHasherTest {
    private static final Argon2Cost TARGET = new Argon2Cost(64, 2, 1, 16, 32);

    private final HashPool pool = new HashPool(2, 8);
    private final PasswordHasher hasher = new PasswordHasher(pool, TARGET, Ada.entropy(1));

    @AfterEach
    void end() {
        pool.close();
    }

    @Test
    void pw08StoresArgon2idOfAtLeast19MebibytesWithItsCost() {
        PasswordHasher shipped = new PasswordHasher(pool, Argon2Cost.FLOOR, Ada.entropy(2));

        assertThat(shipped.hash(Ada.typed("correct horse")))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$]{22}\\$[^$]{43}");
    }

    @Test
    void pw08SaltsEachHashAnew() {
        assertThat(hasher.hash(Ada.typed("x"))).isNotEqualTo(hasher.hash(Ada.typed("x")));
    }

    @Test
    void matchesWhatItMade() {
        String stored = hasher.hash(Ada.typed("correct horse"));

        assertThat(hasher.compare(stored, Ada.typed("correct horse")).right()).isTrue();
        assertThat(hasher.compare(stored, Ada.typed("correct horsf")).right()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "64, 2, 16, 32, false",
        "63, 2, 16, 32, true",
        "64, 1, 16, 32, true",
        "64, 2, 15, 32, true",
        "64, 2, 16, 31, true",
        "128, 1, 16, 32, false",
        "128, 2, 32, 64, false",
        "32, 8, 16, 32, true"
    })
    void pw08RenewsHashesBelowTheTarget(
            int memory, int iterations, int salt, int key, boolean renewed) {
        String stored = Ada.hash("horse", new Argon2Cost(memory, iterations, 1, salt, key));

        PasswordHasher.Outcome outcome = hasher.compare(stored, Ada.typed("horse"));

        assertThat(outcome.right()).isTrue();
        assertThat(outcome.renewed() != null).isEqualTo(renewed);
    }

    @Test
    void pw08RenewsBcryptAndTheRenewedMatches() {
        String bcrypt = "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe";

        String renewed = Objects.requireNonNull(hasher.compare(bcrypt, Ada.typed("a")).renewed());

        assertThat(renewed).startsWith("$argon2id$v=19$m=64,t=2,p=1$");
        PasswordHasher.Outcome again = hasher.compare(renewed, Ada.typed("a"));
        assertThat(again.right()).isTrue();
        assertThat(again.renewed()).isNull();
    }

    @Test
    void renewsNothingForAWrongPassword() {
        String bcrypt = "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe";

        assertThat(hasher.compare(bcrypt, Ada.typed("b")))
                .isEqualTo(new PasswordHasher.Outcome(false, null));
        assertThat(hasher.made()).isZero();
    }

    @Test
    void neverMatchesNothingOrAHashThatCannotBeRead() {
        assertThat(hasher.compare(null, Ada.typed("x")).right()).isFalse();
        assertThat(hasher.compare("$argon2id$broken", Ada.typed("x")).right()).isFalse();
        assertThat(hasher.compare("", Ada.typed("x")).right()).isFalse();
    }

    @Test
    void pw10ComputesExactlyOneHashWhetherThereIsOneToCompareWithOrNot() {
        String stored = hasher.hash(Ada.typed("right"));
        assertThat(hashesOf(null, "right")).isEqualTo(1);
        assertThat(hashesOf("$argon2id$broken", "right")).isEqualTo(1);
        assertThat(hashesOf(stored, "right")).isEqualTo(1);
        assertThat(hashesOf(stored, "wrong")).isEqualTo(1);
    }

    private long hashesOf(@org.jspecify.annotations.Nullable String stored, String guess) {
        long before = hasher.compared() + hasher.made();
        hasher.compare(stored, Ada.typed(guess));
        return hasher.compared() + hasher.made() - before;
    }
}
