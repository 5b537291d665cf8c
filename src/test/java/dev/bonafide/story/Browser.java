package dev.bonafide.story;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A browser: keeps cookies, sends forms, and follows no redirect by itself, so that a test sees
 * each of them. Its scripts send and read JSON.
 */
final class Browser {
    static final String SESSION = "ory_kratos_session";

    /** Keeps connections and nothing of anybody, so all share it: many are begun in a test. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestServer server;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> says = new LinkedHashMap<>();

    Browser(TestServer server) {
        this.server = server;
    }

    /** A browser in which this person is logged in with their password. */
    static Browser loggedIn(TestServer server, Ada ada) {
        Browser browser = new Browser(server);
        browser.submit("login", browser.begin("login", ""), password(ada.email()));
        return browser;
    }

    /** What a login form is filled in with. */
    static Map<String, String> password(String email) {
        return Map.of("method", "password", "identifier", email, "password", Ada.PASSWORD);
    }

    /** A second browser with the same cookies, as a thief would have it, or another tab. */
    Browser copy() {
        Browser copy = new Browser(server);
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** The same, sending this header along with everything. */
    Browser saying(String name, String value) {
        says.put(name, value);
        return this;
    }

    /** A navigation. */
    Answer page(String path) {
        return send("GET", path, "text/html,application/xhtml+xml,*/*;q=0.8", "", "");
    }

    /** A script's GET. */
    Answer script(String path) {
        return send("GET", path, "application/json", "", "");
    }

    /** Submits a form. */
    Answer form(String path, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send("POST", path, "text/html", "application/x-www-form-urlencoded", body);
    }

    /** The same as {@code multipart/form-data}. */
    Answer multipart(String path, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field ->
                                "--edge\r\nContent-Disposition: form-data; name=\""
                                        + field.getKey()
                                        + "\"\r\n\r\n"
                                        + field.getValue()
                                        + "\r\n")
                        .collect(Collectors.joining());
        return send(
                "POST",
                path,
                "text/html",
                "multipart/form-data; boundary=edge",
                body + "--edge--\r\n");
    }

    /** A script's submit. */
    Answer json(String path, Map<String, String> fields) {
        return json(path, JsonMapper.shared().<ObjectNode>valueToTree(fields));
    }

    Answer json(String path, ObjectNode fields) {
        return send("POST", path, "application/json", "application/json", fields.toString());
    }

    /** Begins a flow by a navigation, which must lead to its page, and returns its id. */
    String begin(String kind, String query) {
        Answer answer = page("/self-service/" + kind + "/browser" + query);
        String place = answer.header("Location");
        if (answer.status() != 303 || !place.contains("flow=")) {
            throw new AssertionError(answer.status() + " " + place + " " + answer.body());
        }
        return flowIn(place);
    }

    /** The flow that an address names. */
    static String flowIn(String url) {
        return url.replaceFirst("^.*[?&]flow=([0-9a-f-]{36}).*$", "$1");
    }

    /** The flow as its page reads it. */
    Answer flow(String kind, String id) {
        return script("/self-service/" + kind + "/flows?id=" + id);
    }

    /** The fields with the flow's CSRF token. */
    Map<String, String> filled(String kind, String id, Map<String, String> fields) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put("csrf_token", flow(kind, id).csrf());
        return more;
    }

    /** Fills in the form of a flow and submits it. */
    Answer submit(String kind, String id, Map<String, String> fields) {
        return form(action(kind, id), filled(kind, id, fields));
    }

    /** The same by a script. */
    Answer send(String kind, String id, Map<String, String> fields) {
        return json(action(kind, id), filled(kind, id, fields));
    }

    /** The same, of a script's own making. */
    Answer send(String kind, String id, String json) {
        ObjectNode fields = (ObjectNode) new JsonMapper().readTree(json);
        fields.put("csrf_token", flow(kind, id).csrf());
        return json(action(kind, id), fields);
    }

    static String action(String kind, String id) {
        return "/self-service/" + kind + "?flow=" + id;
    }

    Answer whoami() {
        return script("/sessions/whoami");
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    void set(String name, String value) {
        cookies.put(name, value);
    }

    void forget(String name) {
        cookies.remove(name);
    }

    /** Name of the cookie against cross-site requests. */
    String csrfName() {
        return cookies.keySet().stream()
                .filter(name -> name.startsWith("csrf_token_"))
                .findFirst()
                .orElse("");
    }

    private Answer send(String method, String path, String accept, String type, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + server.http().publicPort() + path))
                        .header("Accept", accept)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", header());
        }
        says.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            keep(response.headers().allValues("Set-Cookie"));
            Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
            server.http().checked(method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String header() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(List<String> lines) {
        for (String line : lines) {
            HttpCookie cookie = HttpCookie.parse(line).getFirst();
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
