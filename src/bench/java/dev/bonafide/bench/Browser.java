package dev.bonafide.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as a login by the built-in pages needs: cookies, redirects, one form. */
final class Browser implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern TOKEN =
            Pattern.compile("name=\"csrf_token\"[^>]*\\bvalue=\"([^\"]+)\"");
    private static final String HTML = "Accept: text/html\r\n";
    private static final String SESSION = "ory_kratos_session";

    private final Wire wire;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(ServerProcess server) throws IOException {
        wire = server.open();
    }

    /** Begins a login and answers the address of its page. */
    String begin() throws IOException {
        return location(get("/self-service/login/browser").expect(303));
    }

    /** The page as it is served, status 200. */
    Wire.Answer page(String path) throws IOException {
        return get(path).expect(200);
    }

    /** A whole login: begin, page, form. */
    void login(int number) throws IOException {
        cookies.clear();
        String page = page(begin()).text();
        String fields =
                "csrf_token=%s&method=password&identifier=%s&password=%s"
                        .formatted(
                                encoded(first(TOKEN, page)),
                                encoded(People.address(number)),
                                encoded(People.PASSWORD));
        keep(wire.form(path(first(ACTION, page)), headers(), fields).expect(303));
        if (!cookies.containsKey(SESSION)) {
            throw new IllegalStateException("no session after the login of " + number);
        }
    }

    private Wire.Answer get(String path) throws IOException {
        return keep(wire.get(path, headers()));
    }

    private String headers() {
        if (cookies.isEmpty()) {
            return HTML;
        }
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ", HTML + "Cookie: ", "\r\n"));
    }

    private Wire.Answer keep(Wire.Answer answer) {
        answer.head()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie:"))
                .map(line -> line.substring("set-cookie:".length()).strip().split("[=;]", 3))
                .forEach(cookie -> cookies.put(cookie[0], cookie[1]));
        return answer;
    }

    private static String location(Wire.Answer answer) {
        return answer.head()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("location:"))
                .map(line -> path(line.substring("location:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    private static String path(String address) {
        URI uri = URI.create(address.replace("&amp;", "&"));
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in the page: " + page);
        }
        return found.group(1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
