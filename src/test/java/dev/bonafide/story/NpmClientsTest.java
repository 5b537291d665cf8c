package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ory's JavaScript clients drive every flow, as API clients and as scripts in a browser. The
 * stories and what they assert are in {@code src/test/npm}.
 */
class NpmClientsTest {
    private static final Npm NPM = Npm.in("npm");

    @BeforeAll
    static void install() {
        Optional<String> missing = NPM.missing();
        missing.ifPresent(why -> System.out.println("LEFT OUT: Ory's JavaScript clients; " + why));
        assumeTrue(missing.isEmpty(), missing.orElse(""));
    }

    @Test
    void orysJavaScriptClientsDriveEveryFlow() throws IOException {
        assertThat(passed("unified")).isEqualTo(72);
    }

    @Test
    void andLoginsThatAskForTheNameFirst() throws IOException {
        assertThat(passed("identifier_first")).isEqualTo(8);
    }

    private static int passed(String style) throws IOException {
        String more = "selfservice: {flows: {login: {style: " + style + "}}}";
        try (TestServer server = TestServer.start("memory", more)) {
            Npm.Ended ended = stories(server, style);
            assertThat(ended.code()).withFailMessage(ended.printed()).isZero();
            assertThat(ended.printed()).contains("# fail 0");
            return ended.number("pass");
        }
    }

    private static Npm.Ended stories(TestServer server, String style) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        HttpServer clock = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        clock.createContext("/", exchange -> forward(server.clock(), exchange));
        clock.start();
        try {
            return NPM.node(
                    Map.of(
                            "STYLE",
                            style,
                            "SERVER_URL",
                            "http://127.0.0.1:" + server.http().publicPort(),
                            "CLOCK_URL",
                            "http://127.0.0.1:" + clock.getAddress().getPort() + "/"));
        } finally {
            clock.stop(0);
        }
    }

    /** {@code POST /30} moves the clock by as many seconds and answers the time, in seconds. */
    private static void forward(TestClock clock, HttpExchange exchange) throws IOException {
        String seconds = exchange.getRequestURI().getPath().substring(1);
        clock.forward(Duration.ofSeconds(Long.parseLong(seconds)));
        byte[] now = String.valueOf(clock.now().getEpochSecond()).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, now.length);
            exchange.getResponseBody().write(now);
        }
    }
}
