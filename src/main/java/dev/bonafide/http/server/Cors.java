package dev.bonafide.http.server;

import dev.bonafide.http.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * Lets pages of configured origins read what is answered (Fetch Standard, section 3.2). An origin
 * is named back, never {@code *} where cookies may come along: a wildcard together with credentials
 * would let every page act for whoever is logged in (CWE-942).
 */
final class Cors {
    private static final String ORIGIN = "Origin";
    private static final String METHOD = "Access-Control-Request-Method";
    private static final String HEADERS = "Access-Control-Request-Headers";

    private final CorsSettings settings;

    Cors(CorsSettings settings) {
        this.settings = settings;
    }

    /** Marks an answer for the page that asked. */
    void mark(HttpHeaders request, HttpHeaders answer) {
        if (!settings.enabled()) {
            return;
        }
        answer.set(
                "Vary", String.join(", ", answer.getOrDefault("Vary", List.of())) + ", " + ORIGIN);
        letIn(request)
                .ifPresent(origin -> {
                    admit(origin, answer);
                    if (!settings.exposedHeaders().isEmpty()) {
                        answer.set(
                                "Access-Control-Expose-Headers",
                                String.join(", ", settings.exposedHeaders()));
                    }
                });
    }

    /**
     * The answer to a browser that asks before it sends (a preflight); empty for any other request.
     * What is not allowed is answered without allowing, as there is nothing to say to whom.
     */
    Optional<Reply> preflight(String method, HttpHeaders request) {
        String wanted = request.getFirst(METHOD);
        if (!settings.enabled()
                || !method.equals("OPTIONS")
                || wanted == null
                || request.getFirst(ORIGIN) == null) {
            return Optional.empty();
        }
        Reply reply =
                Reply.empty(204).with("Vary", "Cookie").with("Vary", METHOD).with("Vary", HEADERS);
        List<String> headers = sent(request);
        boolean allowed =
                letIn(request).isPresent()
                        && allows(wanted)
                        && headers.stream().allMatch(this::may);
        return Optional.of(allowed ? granted(reply, wanted, headers) : reply);
    }

    private Reply granted(Reply reply, String method, List<String> headers) {
        Reply granted = reply.with("Access-Control-Allow-Methods", method);
        if (!headers.isEmpty()) {
            granted = granted.with("Access-Control-Allow-Headers", String.join(", ", headers));
        }
        return settings.maxAge() == 0
                ? granted
                : granted.with("Access-Control-Max-Age", Integer.toString(settings.maxAge()));
    }

    private void admit(String origin, HttpHeaders answer) {
        answer.set("Access-Control-Allow-Origin", origin);
        if (settings.allowCredentials() && !origin.equals("*")) {
            answer.set("Access-Control-Allow-Credentials", "true");
        }
    }

    /** The origin to name in the answer: its own where an entry names it, {@code *}, or none. */
    private Optional<String> letIn(HttpHeaders request) {
        List<String> sent = request.getOrDefault(ORIGIN, List.of());
        if (sent.size() != 1) {
            return Optional.empty();
        }
        String origin = sent.getFirst();
        if (settings.allowedOrigins().stream().anyMatch(entry -> names(entry, origin))) {
            return Optional.of(origin);
        }
        return settings.allowedOrigins().contains("*") ? Optional.of("*") : Optional.empty();
    }

    /** Kratos' reading: any text for the star, but here only what hosts and ports consist of. */
    private static boolean names(String entry, String origin) {
        String wanted = entry.toLowerCase(Locale.ROOT);
        String lower = origin.toLowerCase(Locale.ROOT);
        int star = wanted.indexOf('*');
        if (star < 0 || entry.equals("*")) {
            return wanted.equals(lower) && star < 0;
        }
        String before = wanted.substring(0, star);
        String after = wanted.substring(star + 1);
        return lower.length() >= before.length() + after.length()
                && lower.startsWith(before)
                && lower.endsWith(after)
                && lower.substring(before.length(), lower.length() - after.length())
                        .matches("[a-z0-9.:-]*");
    }

    /** HEAD is one of those that need no permission (Fetch Standard, 2.2.1). */
    private boolean allows(String method) {
        return settings.allowedMethods().contains(method) || method.equals("HEAD");
    }

    private boolean may(String header) {
        return settings.allowedHeaders().stream()
                .anyMatch(allowed -> allowed.equals("*") || allowed.equalsIgnoreCase(header));
    }

    private static List<String> sent(HttpHeaders request) {
        return request.getOrDefault(HEADERS, List.of()).stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
