package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in is no HTTP/1.1, or tries to be two requests at once (CWE-444). */
class MalformedTest {
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static House house;
    private Logs logs;

    @BeforeAll
    static void open() {
        house =
                House.of(
                        Route.open("GET", "/ok", call -> Reply.json(200, call.url())),
                        Route.open("POST", "/body", call -> Reply.json(200, call.body())),
                        Route.open(
                                "GET",
                                "/smuggled",
                                call -> {
                                    throw new AssertionError("a smuggled request was answered");
                                }));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void listen() {
        logs = new Logs();
    }

    /** Anybody can send garbage; a log that grows by it hides what matters. */
    @AfterEach
    void logsNothingOfIt() {
        assertThat(logs.atLeast(Level.WARN)).isEmpty();
        assertThat(logs.text()).doesNotContain("Exception");
        logs.close();
    }

    private static void refused(int status, String request) {
        try (Wire wire = new Wire(house.open())) {
            Answer answer = wire.send(request).answer();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.json().path("error").path("code").asInt()).isEqualTo(status);
            assertThat(answer.error("request")).isEqualTo(answer.header("X-Request-ID"));
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Content-Length: 4\r\nContent-Length: 5\r\n",
                "Content-Length: 4\r\nContent-Length: 4\r\n",
                "Content-Length: 4, 4\r\n",
                "Content-Length: +4\r\n",
                "Content-Length: -4\r\n",
                "Content-Length: 0x4\r\n",
                "Content-Length: 4 4\r\n",
                "Content-Length: 99999999999999999999\r\n",
                "Content-Length:\r\n",
                "Content-Length : 4\r\n",
                "Content-Length\t: 4\r\n",
                "Content_Length: 4\r\nContent-Length: a\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: chunked, chunked\r\n",
                "Transfer-Encoding: identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: gzip\r\n",
                "Transfer-Encoding: \u000bchunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding\r\n: chunked\r\n",
                "X: a\r\n folded: b\r\nContent-Length: 4\r\nContent-Length: 0\r\n"
            })
    void refusesAmbiguousLengths(String headers) {
        String body = "0\r\n\r\n" + SMUGGLED;
        refused(400, Wire.head("POST", "/body") + headers + "\r\n" + body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n{}\r\n0\r\n\r\n",
                "\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "2 2\r\n{}\r\n0\r\n\r\n",
                "2\n{}\n0\n\n",
                "2\r\n{}xx0\r\n\r\n",
                "fffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "2;a=\"\n\"\r\n{}\r\n0\r\n\r\n"
            })
    void refusesMalformedChunks(String chunks) {
        String head =
                Wire.head("POST", "/body")
                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        refused(400, head + chunks + SMUGGLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /ok\r\n\r\n",
                "GET /ok HTTP/1.1 x\r\nHost: a\r\n\r\n",
                "GET /ok HTTP/2.0\r\nHost: a\r\n\r\n",
                "GET /ok HTTP/1.2\r\nHost: a\r\n\r\n",
                "GET /ok ICAP/1.1\r\nHost: a\r\n\r\n",
                "GET ok HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET ftp://a/ok HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http:///ok HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://a@b/ok HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /ok% HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /ok%0 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /ok%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /ok?a=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /ok#a HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /ok\\a HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /ok<script> HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /ok HTTP/1.1\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost:\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a:99999\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a:b\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: u@a\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: [::1\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: [:::::]\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a\r\n: empty\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a\r\nX: a\u000bb\r\n\r\n",
                "GET /ok HTTP/1.1\nHost: a\n\n",
                "\u0016\u0003\u0001\u0002\0\r\n\r\n"
            })
    void refusesMalformedHeads(String request) {
        refused(400, request + SMUGGLED);
    }

    @Test
    void refusesHeadersThatAreTooLarge() {
        refused(431, Wire.head("GET", "/ok") + "X: " + "a".repeat(100_000) + "\r\n\r\n");
    }

    @Test
    void refusesRequestLinesThatAreTooLong() {
        refused(414, Wire.head("GET", "/ok?" + "a".repeat(100_000)) + "\r\n");
    }

    @Test
    void refusesExpectationsItDoesNotKnow() {
        refused(417, Wire.head("GET", "/ok") + "Expect: the-unexpected\r\n\r\n");
    }

    @Test
    void answersWhatCameBeforeTheMalformedRequest() {
        try (Wire wire = new Wire(house.open())) {
            wire.send(Wire.head("GET", "/ok") + "\r\n" + "GET x\r\n\r\n" + SMUGGLED);
            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(wire.answer().status()).isEqualTo(400);
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /ok HTTP/1.0\r\n\r\n",
                "GET http://evil.example/ok HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET /ok HTTP/1.1\r\nhOST: [::1]:4433\r\nX-Forwarded-Host: evil.example\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a\r\nForwarded: host=evil.example;proto=ftp\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a\r\nX-Forwarded-Prefix: /evil\r\n\r\n",
                "GET /ok HTTP/1.1\r\nHost: a\r\nX-Original-URL: /smuggled\r\n\r\n",
            })
    void takesItsAddressFromTheConfigurationOnly(String request) {
        Answer answer = Wire.once(house.open(), request);
        assertThat(answer.body()).isEqualTo("\"https://id.example.org/auth/ok\"");
    }
}
