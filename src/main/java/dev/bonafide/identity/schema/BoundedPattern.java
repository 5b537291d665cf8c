package dev.bonafide.identity.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * An operator's {@code pattern} over a stranger's text. The JDK's matcher may take exponential time
 * (CWE-1333), where Kratos' cannot; here it gets a number of steps that no honest pattern needs,
 * and a text that uses them up does not match.
 */
final class BoundedPattern implements RegularExpression {
    private static final int STEPS_MAX = 1_000_000;

    private final Pattern pattern;

    BoundedPattern(String regex) {
        pattern = Pattern.compile(regex);
    }

    @Override
    public boolean matches(String value) {
        try {
            return pattern.matcher(new Counted(value, new AtomicInteger(STEPS_MAX))).find();
        } catch (OutOfSteps | StackOverflowError e) {
            // The matcher recurses once per character for a repeated group.
            return false;
        }
    }

    /** Every step of the matcher reads a character. */
    private record Counted(CharSequence text, AtomicInteger left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left.getAndDecrement() <= 0) {
                throw new OutOfSteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class OutOfSteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super("a pattern ran out of steps", null, false, false);
        }
    }
}
