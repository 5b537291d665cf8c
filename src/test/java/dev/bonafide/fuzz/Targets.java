package dev.bonafide.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where requests go: paths and queries with what a person has, or with what nobody has. */
final class Targets {
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");

    /** As they are, without being escaped. */
    private static final List<String> RAW =
            List.of(
                    "%00",
                    "%ff",
                    "%2e%2e",
                    "..",
                    "%",
                    "a%2fb",
                    ";x=1",
                    "%7B%7D",
                    "%c3%28",
                    "+",
                    "!",
                    "~",
                    "%25",
                    "a//b",
                    "*",
                    "@",
                    ":",
                    "'",
                    "(",
                    "%F0%9F%98%80",
                    "\u00e9");

    /** Mostly given: pages without end are slow to write. */
    private static final Set<String> SIZES = Set.of("page_size", "limit");

    private static final List<String> LEVELS = List.of("aal1", "aal2", "aal2", "aal3", "AAL2", "");
    private static final List<String> FLAGS = List.of("true", "false", "1", "t", "maybe", "");

    private final Draw draw;

    Targets(Draw draw) {
        this.draw = draw;
    }

    String of(Operation operation, Person person) {
        String path =
                VARIABLE.matcher(operation.path())
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        variable(operation, found.group(1), person)));
        String query = query(operation, person);
        String target = query.isEmpty() ? path : path + "?" + query;
        return draw.oneIn(60) ? odd(target) : target;
    }

    private String variable(Operation operation, String name, Person person) {
        if (draw.oneIn(8)) {
            return draw.oneIn(2) ? draw.of(RAW) : escaped(Nasty.text(draw));
        }
        return switch (name) {
            case "type", "method" ->
                    draw.of(List.of("password", "totp", "lookup_secret", "webauthn", "oidc"));
            case "name" -> draw.of(List.of("audit-1", "sessions-2", "identities-2", "none"));
            case "externalID" -> person.any("external", draw);
            default -> id(operation, person);
        };
    }

    private String id(Operation operation, Person person) {
        if (operation.path().startsWith("/schemas")) {
            return draw.of(List.of("default", "ZGVmYXVsdA", "none"));
        }
        boolean session = operation.path().matches(".*/sessions/\\{id}.*");
        return person.any(session ? "session" : "identity", draw);
    }

    private String query(Operation operation, Person person) {
        StringJoiner query = new StringJoiner("&");
        String flow = flow(operation);
        if (!flow.isEmpty()) {
            String id = person.any(Person.flowKind(operation.path()), draw);
            query.add(flow + "=" + (draw.oneIn(10) ? draw.of(RAW) : id));
        }
        for (String name : operation.query()) {
            if (!name.equals(flow) && (draw.oneIn(4) || (SIZES.contains(name) && !draw.oneIn(5)))) {
                query.add(name + "=" + value(name, person));
            }
        }
        if (draw.oneIn(30)) {
            query.add(draw.of(List.of("a=b", "&", "=", "flow=x", "id=x", "%00=1", "a[]=1", "?")));
        }
        return query.toString();
    }

    /** The parameter that names the flow. */
    private static String flow(Operation operation) {
        if (operation.path().startsWith("/ui/")) {
            return operation.query().contains("flow") ? "flow" : "";
        }
        if (!operation.path().startsWith("/self-service/")) {
            return "";
        }
        if (operation.path().endsWith("/flows")) {
            return "id";
        }
        return operation.method().equals("POST") ? "flow" : "";
    }

    private String value(String name, Person person) {
        if (draw.oneIn(6)) {
            return draw.oneIn(2) ? draw.of(RAW) : escaped(Nasty.text(draw));
        }
        return switch (name) {
            case "page_size", "limit", "per_page", "page" -> Nasty.size(draw);
            case "page_token" -> person.any("page", draw);
            case "refresh", "active", "return_session_token_exchange_code" -> draw.of(FLAGS);
            case "aal" -> draw.of(LEVELS);
            case "return_to" -> draw.of(List.of("http://localhost:4433/", "https://evil.example"));
            case "ids", "identity" -> person.any("identity", draw);
            case "session" -> person.any("session", draw);
            case "credentials_identifier" -> escaped(person.any("email", draw));
            case "after", "position" -> person.any("position", draw);
            case "expand" -> draw.of(List.of("identity", "devices", "all"));
            case "consistency" -> draw.of(List.of("strong", "eventual", "x"));
            case "include_credential" -> draw.of(List.of("password", "totp", "oidc", "x"));
            case "identity_schema" -> draw.of(List.of("default", "none"));
            default -> draw.of(List.of("a", "guard.attempt-failed", "2026-11-25T08:10:00Z"));
        };
    }

    /** Another spelling, which some parser would take for the same. */
    private String odd(String target) {
        return switch (draw.below(5)) {
            case 0 -> "/" + target;
            case 1 -> target.replaceFirst("/([a-z])", "/./$1");
            case 2 -> target + "/";
            case 3 -> "http://localhost" + target;
            default -> target + "#x";
        };
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
