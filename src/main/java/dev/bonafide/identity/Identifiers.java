package dev.bonafide.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.bonafide.kernel.Refused;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The canonical form of login identifiers (contract clause 11a): two spellings that a person would
 * take for the same are the same claim, and nobody can register a look-alike of another's name by
 * case, width, invisible or direction-changing characters (RV-09).
 *
 * <p>What stays different: letters of other scripts that look alike, and mail addresses that differ
 * in dots or {@code +tags}; whether those are one mailbox only its provider knows.
 *
 * <p>A change of any outcome is a new {@link #VERSION} and a migration of the claims. Telephone
 * numbers therefore do not depend on whether the library's tables know a number already.
 */
public final class Identifiers {
    /** Of the normalisation, kept with every claim. */
    public static final int VERSION = 1;

    private static final int LENGTH_MAX = 255;

    /** Before any work is done; NFKC may make one character eighteen. */
    private static final int RAW_LENGTH_MAX = 1024;

    /** ITU-T E.164: at most fifteen digits; the shortest numbers in use have seven. */
    private static final int DIGITS_MIN = 7;

    private static final int DIGITS_MAX = 15;

    /**
     * Only a value that is nothing but a number: the library would also find one inside of {@code
     * ada+4930…}, and so in somebody else's user name.
     */
    private static final Pattern INTERNATIONAL_NUMBER =
            Pattern.compile("\\+[\\p{Nd}\\p{Pd} ()./]+");

    private final IdentifierProfile profile = new IdentifierProfile();
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    /**
     * Normalises what somebody typed, or what a trait holds. Idempotent.
     *
     * @return 1 to 255 code points
     * @throws Refused {@code identifier.invalid}, and nothing else, for what cannot be an
     *     identifier
     */
    public String normalise(String raw) {
        if (raw.length() > RAW_LENGTH_MAX) {
            throw invalid();
        }
        String text = mapped(raw);
        return bounded(phone(text).orElse(text));
    }

    private String mapped(String raw) {
        try {
            return profile.enforce(raw);
        } catch (IllegalArgumentException e) {
            // Names the character and its place; neither helps the person, and the text may be one.
            throw invalid();
        }
    }

    private Optional<String> phone(String text) {
        if (!INTERNATIONAL_NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = PhoneNumberUtil.normalizeDigitsOnly(text);
        if (digits.length() < DIGITS_MIN || digits.length() > DIGITS_MAX) {
            return Optional.empty();
        }
        return Optional.of(knownNumber(text).orElse("+" + digits));
    }

    /**
     * Takes out a trunk prefix, as in {@code +44 (0)20 …}; where the tables do not know the number,
     * the digits stand as they are.
     */
    private Optional<String> knownNumber(String text) {
        try {
            var number = numbers.parse(text, null);
            return numbers.isValidNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String bounded(String text) {
        int length = text.codePointCount(0, text.length());
        if (length == 0 || length > LENGTH_MAX) {
            throw invalid();
        }
        return text;
    }

    private static Refused invalid() {
        return new Refused("identifier.invalid", "This can't be a login identifier.");
    }

    /** Whether the text can be an identifier at all. */
    public boolean possible(String raw) {
        try {
            return !normalise(raw).isEmpty();
        } catch (Refused refused) {
            return false;
        }
    }
}
