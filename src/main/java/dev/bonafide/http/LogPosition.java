package dev.bonafide.http;

import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far into the log an answer to a write reaches, and, given back on a list, how far the list
 * must reach: {@code Bonafide-Log-Position: <epoch>-<position>}.
 *
 * @param epoch of the log, which a restore changes; letters, digits and dashes, at most 64
 * @param position of an event, not negative
 */
public record LogPosition(String epoch, long position) {
    /** The header's name. */
    public static final String HEADER = "Bonafide-Log-Position";

    private static final Pattern SHAPE = Pattern.compile("([0-9A-Za-z-]{1,64})-([0-9]{1,18})");

    public LogPosition {
        if (position < 0 || !SHAPE.matcher(epoch + "-0").matches()) {
            throw new IllegalArgumentException("no log position: " + epoch + "-" + position);
        }
    }

    /**
     * What the request asks for.
     *
     * @throws Problem 400 for a header that is malformed or given twice
     */
    public static Optional<LogPosition> of(Call call) {
        return call.header(HEADER).map(LogPosition::parse);
    }

    /**
     * Refuses a list for a position that this log can't have yet; every other list waits for the
     * head anyway, and so reaches what was asked for.
     *
     * @param head position of the log's head, asked for only if the request has the header
     * @throws Problem 409 for another epoch and for a position ahead of the head, as after a
     *     restore
     */
    public static void require(Call call, String epoch, LongSupplier head) {
        LogPosition.of(call)
                .filter(asked -> !asked.epoch.equals(epoch) || asked.position > head.getAsLong())
                .ifPresent(asked -> {
                    throw new Problem(
                            409,
                            "",
                            "The resource could not be read as of the position asked for",
                            "The log has no position " + asked + ".");
                });
    }

    /** The same reply with this position on it. */
    public Reply on(Reply reply) {
        return reply.with(HEADER, toString());
    }

    @Override
    public String toString() {
        return epoch + "-" + position;
    }

    private static LogPosition parse(String header) {
        Matcher match = SHAPE.matcher(header);
        if (!match.matches()) {
            throw Problem.badRequest("The header " + HEADER + " is malformed.");
        }
        return new LogPosition(match.group(1), Long.parseLong(match.group(2)));
    }
}
