package dev.bonafide.http.request;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code Cookie} headers (RFC 6265 section 4.2.1). Never an error: whatever is no cookie is
 * skipped, since the browser sends along what others on the domain have set.
 */
final class Cookies {
    private Cookies() {}

    /** Names with one value; those with two different ones are left out as ambiguous. */
    static Map<String, String> parse(List<String> headers) {
        Map<String, String> cookies = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (String pair : String.join(";", headers).split(";", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip();
            if (!name.isEmpty()) {
                String value = unquoted(pair.substring(equals + 1).strip());
                String before = cookies.put(name, value);
                if (before != null && !before.equals(value)) {
                    ambiguous.add(name);
                }
            }
        }
        cookies.keySet().removeAll(ambiguous);
        return cookies;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
