package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every link is built from the configured base URL, whatever the request says of itself: else
 * whoever can make somebody ask with a header of his choice has his links sent in our name
 * (CWE-644, CVE-2023-49097).
 */
class LinksTest {
    private static final List<String> LIES =
            List.of(
                    "X-Forwarded-Host: evil.example",
                    "X-Forwarded-Host: localhost:4433, evil.example",
                    "X-Forwarded-Server: evil.example",
                    "X-Forwarded-Proto: evil",
                    "X-Forwarded-Scheme: evil",
                    "X-Forwarded-Port: 6666",
                    "X-Forwarded-Prefix: /evil",
                    "X-Forwarded-Path: /evil",
                    "X-Forwarded-For: evil.example",
                    "X-Forwarded-Ssl: on",
                    "Forwarded: host=evil.example;proto=evil;for=evil.example",
                    "Forwarded: for=1.1.1.1;host=\"evil.example:6666\"",
                    "X-Host: evil.example",
                    "X-Original-Host: evil.example",
                    "X-Original-URL: /evil",
                    "X-Rewrite-URL: /evil",
                    "X-HTTP-Host-Override: evil.example",
                    "X-Http-Destinationurl: https://evil.example/",
                    "X-Real-Ip: evil.example",
                    "X-Proxy-Url: https://evil.example/",
                    "X-Wap-Profile: https://evil.example/",
                    "Base-Url: https://evil.example/",
                    "Request-Uri: /evil",
                    "Front-End-Https: evil",
                    "Via: 1.1 evil.example",
                    "Referer: https://evil.example/",
                    "Origin: https://evil.example");

    private static final String UNKNOWN = "6c6f7dd3-1b2d-4a4e-9d92-7e3a86d6cc11";

    private static TestServer server;
    private static Ada ada;
    private static String identity;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        ada = Ada.registered(server);
        identity = server.http().get("/sessions/whoami", ada.headers()).at("identity.id");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void noLinkIsMadeOfWhatTheRequestSaysOfItself() {
        Set<String> linking = new TreeSet<>();
        for (Route route : routes()) {
            for (String accept : List.of("application/json", "text/html")) {
                String address = route.method() + " " + address(route);
                String answer = ask(route, "evil.example:6666", LIES, accept);
                assertThat(answer)
                        .as(address)
                        .startsWith("HTTP/1.1 ")
                        .doesNotContain("evil", ":6666");
                if (answer.contains("http://localhost:443")) {
                    linking.add(address);
                }
            }
        }
        assertThat(linking).hasSizeGreaterThan(12);
    }

    @Test
    void norWhereTheTargetNamesTheHost() {
        for (Route route : routes()) {
            String answer =
                    sent(
                            port(route),
                            route.method()
                                    + " http://evil.example"
                                    + address(route)
                                    + " HTTP/1.1\r\nHost: evil.example\r\nAccept: application/json\r\n"
                                    + session(route)
                                    + "Connection: close\r\n\r\n");
            assertThat(answer).as(route.path()).startsWith("HTTP/1.1 ").doesNotContain("evil");
        }
    }

    private static String ask(Route route, String host, List<String> lies, String accept) {
        return sent(
                port(route),
                route.method()
                        + " "
                        + address(route)
                        + " HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nAccept: "
                        + accept
                        + "\r\n"
                        + session(route)
                        + String.join("\r\n", once(lies))
                        + "\r\nConnection: close\r\n\r\n");
    }

    /** The first of each name: two would be refused before anybody looks at them. */
    private static List<String> once(List<String> lies) {
        Set<String> names = new TreeSet<>();
        return lies.stream().filter(lie -> names.add(lie.split(":", 2)[0])).toList();
    }

    /** Only who reads has a session, so that it is still there in the end. */
    private static String session(Route route) {
        return route.method().equals("GET") && !route.path().matches(".*/(login|registration)/.*")
                ? "X-Session-Token: " + ada.token() + "\r\n"
                : "";
    }

    private static int port(Route route) {
        return route.listener() == Route.Listener.PUBLIC
                ? server.http().publicPort()
                : server.http().adminPort();
    }

    /** A flow that is there, and of somebody who is there. */
    private static String address(Route route) {
        String path =
                route.path()
                        .replaceAll("\\{(type|method)}", "password")
                        .replaceAll(
                                "\\{[A-Za-z]+}", route.method().equals("GET") ? identity : UNKNOWN);
        return switch (path) {
            case "/self-service/login/flows" -> path + "?id=" + new Ada(server).begin("login", "");
            case "/self-service/registration/flows" ->
                    path + "?id=" + new Ada(server).begin("registration", "");
            case "/self-service/settings/flows" -> path + "?id=" + ada.begin("settings", "");
            case "/self-service/login", "/self-service/registration" ->
                    path + "?flow=" + new Ada(server).begin(path.substring(14), "");
            case "/self-service/settings" -> path + "?flow=" + ada.begin("settings", "");
            default -> path;
        };
    }

    /** All that end. */
    private static List<Route> routes() {
        List<Route> all = new ArrayList<>();
        server.beans(Routes.class).forEach(room -> all.addAll(room.routes()));
        all.removeIf(route -> route.path().endsWith("/stream"));
        return all;
    }

    private static String sent(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
