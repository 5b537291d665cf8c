package dev.bonafide.method.fido;

import dev.bonafide.http.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

/** Reads one object of an import; what is wrong is told with its place. */
record Fields(String where, JsonNode node) {
    Fields inside(String name) {
        return new Fields(where + "." + name, node.path(name));
    }

    /** Bytes of this length; absent ones are none. */
    byte[] bytes(String name, int least, int most) {
        byte[] bytes = Bytes.of(node.path(name)).orElseThrow(() -> bad(name, "is no base64"));
        require(
                bytes.length >= least && bytes.length <= most,
                name,
                "has to have %d to %d bytes".formatted(least, most));
        return bytes;
    }

    long number(String name, long most) {
        JsonNode number = node.path(name);
        if (number.isMissingNode() || number.isNull()) {
            return 0;
        }
        require(number.isIntegralNumber() && number.canConvertToLong(), name, "is no whole number");
        require(
                number.longValue() >= 0 && number.longValue() <= most,
                name,
                "has to be 0 to " + most);
        return number.longValue();
    }

    /** A time that has passed; {@code otherwise} where none is given. */
    Instant time(String name, Instant otherwise) {
        JsonNode time = node.path(name);
        if (time.isMissingNode() || time.isNull()) {
            return otherwise;
        }
        try {
            Instant given = OffsetDateTime.parse(time.asString("")).toInstant();
            Instant whole = given.truncatedTo(ChronoUnit.MICROS);
            return whole.isAfter(otherwise) ? otherwise : whole;
        } catch (DateTimeParseException e) {
            throw bad(name, "is no RFC 3339 time");
        }
    }

    void require(boolean holds, String name, String otherwise) {
        if (!holds) {
            throw bad(name, otherwise);
        }
    }

    private Problem bad(String name, String problem) {
        String place = name.isEmpty() ? where : where + "." + name;
        return Problem.badRequest(place + " " + problem + ".");
    }
}
