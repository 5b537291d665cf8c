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
        return call.header(HEADER).map(text -> parse(text, "header " + HEADER));
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
                .ifPresent(asked -> asked.within(new LogPosition(epoch, head.getAsLong())));
    }

    /**
     * This position, which must be one that the log has.
     *
     * @param head of the log
     * @throws Problem 409 for another epoch and for a position ahead of the head; its details tell
     *     the head, from which a client can begin anew
     */
    public LogPosition within(LogPosition head) {
        if (!epoch.equals(head.epoch) || position > head.position) {
            throw new Problem(
                            409,
                            "",
                            "The resource could not be read as of the position asked for",
                            "The log has no position " + this + ".")
                    .detail("log_position", head.toString());
        }
        return this;
    }

    /** The same reply with this position on it. */
    public Reply on(Reply reply) {
        return reply.with(HEADER, toString());
    }

    @Override
    public String toString() {
        return epoch + "-" + position;
    }

    /**
     * What was given out in another place than the header.
     *
     * @param where it stands now, such as {@code header Last-Event-ID}
     * @throws Problem 400 for what was never given out
     */
    public static LogPosition parse(String text, String where) {
        Matcher match = SHAPE.matcher(text);
        if (!match.matches()) {
            throw Problem.badRequest("The " + where + " is malformed.");
        }
        return new LogPosition(match.group(1), Long.parseLong(match.group(2)));
    }
}
