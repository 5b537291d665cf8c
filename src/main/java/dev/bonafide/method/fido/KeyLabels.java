package dev.bonafide.method.fido;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What clients say of keys and nobody checks: cut to what can be stored and shown. */
final class KeyLabels {
    private static final int NAME_MAX = 64;
    private static final int TRANSPORTS_MAX = 10;
    private static final Pattern TRANSPORT = Pattern.compile("[a-z][a-z-]{1,31}");

    private KeyLabels() {}

    /** A name on one line. */
    static String cut(String name) {
        return name.codePoints()
                .filter(letter -> !Character.isISOControl(letter))
                .filter(letter -> letter < 0xD800 || letter > 0xDFFF)
                .limit(NAME_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Those that are spelled like transports; unknown ones are kept, as the standard asks. */
    static List<String> transports(JsonNode listed) {
        List<String> transports = new ArrayList<>();
        for (JsonNode transport : listed) {
            String text = transport.asString("");
            if (transports.size() < TRANSPORTS_MAX && TRANSPORT.matcher(text).matches()) {
                transports.add(text);
            }
        }
        return transports;
    }
}
