package dev.bonafide.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Go's spelling of durations in the part that Kratos' configuration allows: whole numbers with
 * units, no sign, no fraction.
 */
final class GoDuration {
    static final String ALLOWED = "a duration such as 1h30m, 720h, 10s or 500ms";

    private static final Pattern PART = Pattern.compile("([0-9]+)(ns|us|ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of(
                    "ns", ChronoUnit.NANOS,
                    "us", ChronoUnit.MICROS,
                    "ms", ChronoUnit.MILLIS,
                    "s", ChronoUnit.SECONDS,
                    "m", ChronoUnit.MINUTES,
                    "h", ChronoUnit.HOURS);

    private GoDuration() {}

    /**
     * The sum of the parts, at most what Go holds (2^63 - 1 ns, 292 years).
     *
     * @throws IllegalArgumentException for any other spelling
     */
    static Duration parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        try {
            Duration sum =
                    PART.matcher(text)
                            .results()
                            .map(GoDuration::part)
                            .reduce(Duration.ZERO, Duration::plus);
            return Duration.ofNanos(sum.toNanos());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Duration part(MatchResult part) {
        try {
            return Duration.of(
                    Long.parseLong(part.group(1)),
                    UNITS.getOrDefault(part.group(2), ChronoUnit.NANOS));
        } catch (NumberFormatException e) {
            throw new ArithmeticException(part.group());
        }
    }
}
