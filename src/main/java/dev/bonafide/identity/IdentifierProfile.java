package dev.bonafide.identity;

import java.text.Normalizer;
import java.util.Locale;
import rocks.xmpp.precis.PrecisProfile;

/**
 * A PRECIS profile (RFC 8264) on the free-form class: mail addresses and names with spaces are
 * identifiers. Invisible and direction-changing characters are taken out, because people paste them
 * without knowing; controls, private and unassigned characters, surrogates and old jamo are
 * refused, because nobody types them and an unassigned one may fold differently after an update.
 *
 * <p>There is no bidi rule (RFC 5893): it would refuse every Hebrew or Arabic mailbox at a Latin
 * domain.
 */
final class IdentifierProfile extends PrecisProfile {
    private static final long serialVersionUID = 1L;

    /**
     * Unicode's {@code Default_Ignorable_Code_Point}, as pairs of first and last. Written out, so
     * that an update of the JDK does not change claims.
     */
    private static final int[] INVISIBLE = {
        0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B,
                0x180F,
        0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF,
                0xFEFF,
        0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0FFF
    };

    IdentifierProfile() {
        super(false);
    }

    /**
     * RFC 8264 section 7: the rules in their order, again and again until nothing changes;
     * compatibility forms may hide capitals.
     */
    @Override
    public String enforce(CharSequence input) {
        return stabilize(input, super::enforce);
    }

    @Override
    protected CharSequence applyWidthMappingRule(CharSequence input) {
        return widthMap(input);
    }

    @Override
    protected CharSequence applyAdditionalMappingRule(CharSequence input) {
        int[] visible = input.codePoints().filter(c -> !invisible(c)).toArray();
        int first = 0;
        int end = visible.length;
        while (first < end && space(visible[first])) {
            first++;
        }
        while (first < end && space(visible[end - 1])) {
            end--;
        }
        return new String(visible, first, end - first);
    }

    @Override
    protected CharSequence applyCaseMappingRule(CharSequence input) {
        return input.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    protected CharSequence applyNormalizationRule(CharSequence input) {
        return Normalizer.normalize(input, Normalizer.Form.NFKC);
    }

    @Override
    protected CharSequence applyDirectionalityRule(CharSequence input) {
        return input;
    }

    private static boolean invisible(int character) {
        for (int i = 0; i < INVISIBLE.length; i += 2) {
            if (character >= INVISIBLE[i] && character <= INVISIBLE[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Unicode's {@code White_Space}. */
    private static boolean space(int character) {
        return Character.isSpaceChar(character)
                || (character >= '\t' && character <= '\r')
                || character == 0x85;
    }
}
