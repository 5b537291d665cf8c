package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PW-08: published vectors, strict reading, no absurd work. */
class StoredHashTest {
    private static final String SALT = "c29tZXNhbHRzb21lc2FsdA";
    private static final String OUTPUT = "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    /** Of the reference implementation's own tests (phc-winner-argon2, test.c). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
            })
    void pw08AgreesWithTheReferenceImplementation(String stored) {
        StoredHash hash = StoredHash.parse(stored).orElseThrow();

        assertThat(hash.matches(Ada.typed("password"))).isTrue();
        assertThat(hash.matches(Ada.typed("passwore"))).isFalse();
    }

    /** Of jBCrypt's and PHP's documentation; 2b as 2a, which differ for other lengths only. */
    @ParameterizedTest
    @CsvSource({
        "a, $2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
        "a, $2b$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
        "abcdefghijklmnopqrstuvwxyz, $2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC",
        "rasmuslerdorf, $2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTpOq"
    })
    void pw08VerifiesBcryptOfOtherSystems(String password, String stored) {
        StoredHash hash = StoredHash.parse(stored).orElseThrow();

        assertThat(hash.matches(Ada.typed(password))).isTrue();
        assertThat(hash.matches(Ada.typed(password + "x"))).isFalse();
        assertThat(hash.below(Ada.CHEAP)).isTrue();
    }

    @Test
    void pw03BcryptNeverMatchesBeyond72Bytes() {
        String long72 = "0123456789ab".repeat(6);
        StoredHash hash = StoredHash.parse(bcrypt(long72)).orElseThrow();

        assertThat(hash.matches(Ada.typed(long72))).isTrue();
        assertThat(hash.matches(Ada.typed(long72 + "x"))).isFalse();
        assertThat(hash.matches(Ada.typed(long72 + "x".repeat(900)))).isFalse();
    }

    @Test
    void bcryptComparesWhatWasReceivedBecauseOthersDoNotNormalise() {
        StoredHash hash = StoredHash.parse(bcrypt("Rene\u0301e Renée")).orElseThrow();

        assertThat(hash.matches(Ada.typed("Rene\u0301e Renée"))).isTrue();
        assertThat(hash.matches(Ada.typed("Renée Renée"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=1048577,t=2,p=1",
                "m=2147483648,t=2,p=1",
                "m=99999999999999999999,t=2,p=1",
                "m=19456,t=101,p=1",
                "m=19456,t=0,p=1",
                "m=19456,t=2,p=0",
                "m=19456,t=2,p=65",
                "m=7,t=1,p=1",
                "m=15,t=1,p=2",
                "m=-8,t=1,p=1",
                "m=+8,t=1,p=1",
                "m=08,t=1,p=1",
                "m=8,t=1",
                "t=1,m=8,p=1",
                "m=8,t=1,p=1,keyid=a",
                "m=8, t=1,p=1",
                "m=٨,t=1,p=1"
            })
    void refusesAbsurdAndMisspeltCosts(String cost) {
        assertThat(StoredHash.parse("$argon2id$v=19$" + cost + "$" + SALT + "$" + OUTPUT))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "password",
                "$argon2id$",
                "$argon2d$v=19$m=8,t=1,p=1$S$O",
                "$argon2id$v=16$m=8,t=1,p=1$S$O",
                "$argon2id$m=8,t=1,p=1$S$O",
                "$argon2id$v=19$m=8,t=1,p=1$S$O$O",
                "$argon2id$v=19$m=8,t=1,p=1$S$O\n",
                "$argon2id$v=19$m=8,t=1,p=1$S=$O",
                "$argon2id$v=19$m=8,t=1,p=1$Uw$O",
                "$argon2id$v=19$m=8,t=1,p=1$S$Uw",
                "$argon2id$v=19$m=8,t=1,p=1$SB$O",
                "$2x$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "$2a$31$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "$2a$17$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "$2a$03$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "$2a$6$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfx"
            })
    void refusesWhatIsNoHash(String template) {
        String stored = template.replace("$S", "$" + SALT).replace("$O", "$" + OUTPUT);

        assertThat(StoredHash.parse(stored)).isEmpty();
    }

    /** Trailing bits that a lenient decoder drops would give one hash two spellings. */
    @Test
    void refusesASecondSpellingOfTheSameBytes() {
        String good = "$argon2id$v=19$m=8,t=1,p=1$" + SALT + "$" + OUTPUT;
        assertThat(StoredHash.parse(good)).isPresent();
        assertThat(StoredHash.parse(good.replace(SALT, "c29tZXNhbHRzb21lc2FsdB"))).isEmpty();
    }

    @Test
    void readsOnlyWhatItWouldWriteWhateverIsChanged() {
        String good = "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + OUTPUT;
        Random random = new Random(20261124);
        for (int i = 0; i < 200_000; i++) {
            String stored = mutated(good, random);
            StoredHash.parse(stored)
                    .filter(Argon2Hash.class::isInstance)
                    .ifPresent(hash -> assertThat(((Argon2Hash) hash).text()).isEqualTo(stored));
        }
    }

    @Test
    void printsNoHash() {
        assertThat(Argon2Hash.parse("$argon2id$v=19$m=8,t=1,p=1$" + SALT + "$" + OUTPUT).toString())
                .doesNotContain(SALT)
                .doesNotContain(OUTPUT);
        assertThat(BcryptHash.parse(bcrypt("x")).toString()).doesNotContain("$");
    }

    private static String bcrypt(String password) {
        return org.bouncycastle.crypto.generators.OpenBSDBCrypt.generate(
                "2b", password.getBytes(java.nio.charset.StandardCharsets.UTF_8), new byte[16], 4);
    }

    /** One to three changes: a character put in, taken out, replaced, or a digit repeated. */
    private static String mutated(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        String letters = "$=,+/0123456789mtpvAZaz\u0661 \n\u0000";
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.length());
            char letter = letters.charAt(random.nextInt(letters.length()));
            switch (random.nextInt(4)) {
                case 0 -> changed.insert(at, letter);
                case 1 -> changed.deleteCharAt(at);
                case 2 -> changed.setCharAt(at, letter);
                default -> changed.insert(at, String.valueOf(changed.charAt(at)).repeat(9));
            }
        }
        return changed.toString();
    }
}
