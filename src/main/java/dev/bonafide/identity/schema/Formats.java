package dev.bonafide.identity.schema;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.regex.Pattern;

/** Formats by the names that Kratos gives them. */
final class Formats {
    static final String EMAIL = "email";
    static final String TELEPHONE = "tel";

    private Formats() {}

    /**
     * A number of some numbering plan, written internationally. Letters on keys are no digits here,
     * as in login identifiers.
     */
    static final class Telephone implements Format {
        private static final Pattern INTERNATIONAL = Pattern.compile("\\+[\\p{Nd}\\p{Pd} ()./]+");

        private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

        @Override
        public String getName() {
            return TELEPHONE;
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return value.length() < 100 && INTERNATIONAL.matcher(value).matches() && valid(value);
        }

        private boolean valid(String value) {
            try {
                return numbers.isValidNumber(numbers.parse(value, null));
            } catch (NumberParseException e) {
                return false;
            }
        }
    }
}
