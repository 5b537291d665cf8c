package dev.bonafide.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes requests, most of them bad in one way or another. One thread's own. */
final class Shots {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Beside those that are read as what they say. */
    private static final List<String> TYPES =
            List.of(
                    "application/json; charset=utf-8",
                    "application/json;charset=utf-16",
                    FORM,
                    "multipart/form-data; boundary=xx",
                    "multipart/form-data",
                    "text/plain",
                    "application/xml",
                    "",
                    "application/json, text/html",
                    "*/*",
                    "json");

    private static final List<Map.Entry<String, String>> ODD =
            List.of(
                    Map.entry("Cookie", "ory_kratos_session=MTY5; a=b"),
                    Map.entry("Cookie", "\u00e9=; ;;"),
                    Map.entry("Origin", "https://evil.example"),
                    Map.entry("X-Forwarded-For", "999.1.1.1, x"),
                    Map.entry("X-HTTP-Method-Override", "DELETE"),
                    Map.entry("Content-Encoding", "gzip"),
                    Map.entry("X-Request-ID", "a b"),
                    Map.entry("X-Request-ID", "y".repeat(300)),
                    Map.entry("Accept", "text/html"),
                    Map.entry("Accept", "application/json;q=x, */*;q=0"),
                    Map.entry("If-Match", "\"x\""),
                    Map.entry("Range", "bytes=0-1"),
                    Map.entry("Connection", "close"),
                    Map.entry("X-Session-Token", "ory_st_x"),
                    Map.entry("Authorization", "Basic YTpi"),
                    Map.entry("Bonafide-Log-Position", "9223372036854775808"),
                    Map.entry("Last-Event-ID", "-1"),
                    Map.entry("X-Bonafide-Actor", "\u202E<b>" + "z".repeat(200)),
                    Map.entry("X-Long", "l".repeat(9000)));

    private final Draw draw;
    private final Bodies bodies;
    private final Targets targets;
    private final String mark;
    private int count;

    Shots(Draw draw, Bodies bodies, String mark) {
        this.draw = draw;
        this.bodies = bodies;
        this.targets = new Targets(draw);
        this.mark = mark;
    }

    /** Any request that is meant for this operation. */
    Shot next(Operation operation, int port, Person person) {
        String token = person.has("token") ? person.any("token", draw) : "";
        List<Map.Entry<String, String>> headers = headers(operation, token);
        byte[] body = new byte[0];
        if (operation.readsBody() || draw.oneIn(40)) {
            String type = draw.oneIn(12) ? draw.of(TYPES) : JSON;
            body = body(type, bodies.text(operation, person));
            add(headers, "Content-Type", type);
        }
        if (draw.oneIn(10)) {
            headers.add(draw.of(ODD));
        }
        if (draw.oneIn(60)) {
            headers.add(draw.of(headers));
        }
        return new Shot(operation, port, targets.of(operation, person), headers, body);
    }

    /** A request that is as it should be. */
    Shot good(Operation operation, int port, String target, Person person) {
        String token = person.newest("token");
        return new Shot(operation, port, target, headers(operation, token), new byte[0]);
    }

    /** The same with a body. */
    Shot good(Shot shot, String json) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(shot.headers());
        add(headers, "Content-Type", JSON);
        return new Shot(
                shot.operation(),
                shot.port(),
                shot.target(),
                headers,
                json.getBytes(StandardCharsets.UTF_8));
    }

    private List<Map.Entry<String, String>> headers(Operation operation, String token) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        add(headers, "X-Request-ID", mark + "." + count++);
        add(headers, "Accept", JSON);
        if (!token.isEmpty() && !operation.path().startsWith("/admin")) {
            boolean bearer = draw.oneIn(4);
            add(
                    headers,
                    bearer ? "Authorization" : "X-Session-Token",
                    bearer ? "Bearer " + token : token);
        }
        return headers;
    }

    private static void add(List<Map.Entry<String, String>> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.add(Map.entry(name, value));
        }
    }

    private byte[] body(String type, String json) {
        if (type.equals(FORM)) {
            return bodies.bytes(pairs(json));
        }
        if (type.startsWith("multipart/")) {
            return bodies.bytes(
                    "--xx\r\nContent-Disposition: form-data; name=\"method\"\r\n\r\n"
                            + json
                            + "\r\n--xx--\r\n");
        }
        return bodies.bytes(json);
    }

    private static String pairs(String json) {
        return json.replaceAll("[{}\"]", "").replace(':', '=').replace(',', '&');
    }
}
