package dev.bonafide.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Refused;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Contract clause 11a; RV-09. */
class IdentifiersTest {
    private static final String NUMBERS = "+0123456789 ()-./ext;#*";

    /**
     * Sigmas, dotted and dotless i, Kelvin, Angstrom, ligature, capital sharp s, ypogegrammeni,
     * invisible ones.
     */
    private static final String FOLDS =
            "\u03a3\u03c3\u03c2\u0130\u0131\u212a\u212b\ufb01\u1e9e\u0345\u200b\u202e\u00ad\u3164";

    private final Identifiers identifiers = new Identifiers();

    @Test
    void foldsCaseWidthCompatibilityFormsAndOuterSpaces() {
        assertNormalised(
                Map.of(
                        "  EXAMPLE@Domain.COM\t", "example@domain.com",
                        "ａｌｉｃｅ@example.com", "alice@example.com",
                        "oﬃce@example.com", "office@example.com",
                        "ℋamlet", "hamlet",
                        "Å", "å",
                        "ΟΔΟΣ", "οδος",
                        "Straße", "straße",
                        "\u00a0ada\u2003", "ada",
                        "Ada Lovelace", "ada lovelace",
                        "ada🎉", "ada🎉"));
    }

    @Test
    void takesOutWhatNobodySees() {
        for (int invisible :
                List.of(
                        0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x180F,
                        0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202D, 0x202E, 0x2060,
                        0x2066, 0x2069, 0x206F, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0x1D173,
                        0xE0001, 0xE0100)) {
            String text = "AL" + Character.toString(invisible) + "ice@example.com";
            assertThat(identifiers.normalise(text))
                    .as("U+%04X", invisible)
                    .isEqualTo("alice@example.com");
        }
    }

    @Test
    void keepsMailboxesOfOtherScriptsAndTags() {
        for (String text :
                List.of(
                        "דוד@example.com",
                        "محمد@example.com",
                        "aliceא",
                        "ada+tag@example.com",
                        "a.d.a")) {
            assertThat(identifiers.normalise(text)).isEqualTo(text);
        }
    }

    @Test
    void writesInternationalNumbersAsE164() {
        assertNormalised(
                Map.of(
                        "+1 650-253-0000", "+16502530000",
                        "+1 (650) 253-0000", "+16502530000",
                        "+44 (0)20 7946 0958", "+442079460958",
                        "+49 176 671 11 638", "+4917667111638",
                        "+600136866982", "+60136866982",
                        "＋１６５０２５３００００", "+16502530000",
                        "+١٦٥٠٢٥٣٠٠٠٠", "+16502530000",
                        "+1 650\u2011253\u200b0000", "+16502530000",
                        // Not in any numbering plan today; may be tomorrow, and must stay the same.
                        "+999 12 34 567", "+9991234567"));
    }

    /** Else a user name could be somebody's telephone number. */
    @Test
    void takesOnlyANumberForANumber() {
        for (String text :
                List.of(
                        "ada+16502530000",
                        "+16502530000@example.com",
                        "tel:+16502530000",
                        "16502530000",
                        "0049 176 67111638",
                        "+1800flowers",
                        "+1 650 253 0000 ext. 5",
                        "+123456",
                        "+1234567890123456",
                        "+")) {
            assertThat(identifiers.normalise(text)).isEqualTo(text);
        }
    }

    @Test
    void refusesWhatCanBeNobodysIdentifier() {
        for (String text :
                List.of(
                        "",
                        " \t\u200b ",
                        "a\u0000b",
                        "a\nb",
                        "a\tb",
                        "lone \ud800",
                        "\udc00",
                        "private \ue000",
                        "noncharacter \uffff",
                        "unassigned \u0378",
                        "annotation \ufff9",
                        "old jamo \u1101",
                        "x".repeat(256),
                        "x".repeat(1025))) {
            assertRefused(text);
        }
    }

    /** U+FDFA becomes eighteen characters. */
    @Test
    void boundsTheLengthAfterNormalising() {
        assertThat(identifiers.normalise("🎉".repeat(255))).hasSize(510);
        assertRefused("🎉".repeat(256));
        assertRefused("\ufdfa".repeat(15));
        assertThat(identifiers.normalise("\ufdfa".repeat(14))).hasSize(252);
    }

    @Test
    void isIdempotentForEveryCharacterOfUnicode() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (!uniform(c)) {
                assertIdempotent(Character.toString(c) + "Z" + Character.toString(c));
            }
        }
    }

    @Test
    void isIdempotentAndThrowsNothingButRefusalsForRandomText() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261124);
        for (int i = 0; i < 20_000; i++) {
            assertIdempotent(text(random));
        }
    }

    /**
     * Ideographs, Hangul syllables, private and unassigned characters: hundreds of thousands that
     * all behave alike.
     */
    private static boolean uniform(int c) {
        return switch (Character.getType(c)) {
            case Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            case Character.OTHER_LETTER ->
                    c % 97 != 0 && (Character.isIdeographic(c) || (c >= 0xAC00 && c <= 0xD7A3));
            default -> false;
        };
    }

    private void assertIdempotent(String raw) {
        String once;
        try {
            once = identifiers.normalise(raw);
        } catch (Refused refused) {
            assertThat(refused.code()).isEqualTo("identifier.invalid");
            return;
        }
        if (!identifiers.normalise(once).equals(once)) {
            throw new AssertionError(
                    "not idempotent: " + raw.codePoints().mapToObj(Integer::toHexString).toList());
        }
    }

    /** Characters that matter are drawn more often than Unicode has them. */
    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(1, 24);
        while (text.length() < length) {
            switch (random.nextInt(6)) {
                case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.append(one(NUMBERS, random));
                case 3 -> text.appendCodePoint(random.nextInt(0x300, 0x370));
                case 4 -> text.append(one(FOLDS, random));
                default -> text.append((char) random.nextInt(0x20, 0x7f));
            }
        }
        return text.toString();
    }

    private static char one(String of, RandomGenerator random) {
        return of.charAt(random.nextInt(of.length()));
    }

    private void assertNormalised(Map<String, String> expected) {
        expected.forEach((raw, normalised) ->
                assertThat(identifiers.normalise(raw)).as(raw).isEqualTo(normalised));
    }

    private void assertRefused(String raw) {
        assertThatThrownBy(() -> identifiers.normalise(raw))
                .as(raw)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("identifier.invalid"));
    }
}
