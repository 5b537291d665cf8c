package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Route.Endpoint;
import dev.bonafide.kernel.Overloaded;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Contract clause 0.2. */
class ErrorsTest {
    private static final String ID = "trace-1";

    private Logs logs;

    @BeforeEach
    void listen() {
        logs = new Logs();
    }

    @AfterEach
    void stopListening() {
        logs.close();
    }

    private static Answer answer(Endpoint endpoint) {
        try (House house = House.of(Route.open("GET", "/secret/{token}", endpoint))) {
            return Wire.once(
                    house.open(),
                    Wire.head("GET", "/secret/s3cr3t") + "X-Request-ID: " + ID + "\r\n\r\n");
        }
    }

    private static Answer thrown(RuntimeException thrown) {
        return answer(call -> {
            throw thrown;
        });
    }

    @Test
    void writesEveryPartOfAProblem() {
        Answer answer =
                thrown(
                        new Problem(403, "session_aal2_required", "No AAL2", "Prove more.")
                                .detail("redirect_browser_to", "https://a/?b")
                                .sibling("redirect_browser_to", "https://a/?c")
                                .sibling("CredentialsMissing", true)
                                .header("X-Extra", "1"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Ory-Error-Id")).isEqualTo("session_aal2_required");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(answer.header("X-Extra")).isEqualTo("1");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"error\":{\"id\":\"session_aal2_required\",\"code\":403,"
                                + "\"status\":\"Forbidden\",\"request\":\"trace-1\","
                                + "\"reason\":\"Prove more.\","
                                + "\"details\":{\"redirect_browser_to\":\"https://a/?b\"},"
                                + "\"message\":\"No AAL2\"},"
                                + "\"redirect_browser_to\":\"https://a/?c\","
                                + "\"CredentialsMissing\":true}");
    }

    @Test
    void leavesOutWhatIsEmpty() {
        Answer answer = thrown(Problem.notFound());
        assertThat(answer.body())
                .isEqualTo(
                        "{\"error\":{\"code\":404,\"status\":\"Not Found\",\"request\":\"trace-1\","
                                + "\"message\":\"Unable to locate the resource\"}}");
        assertThat(answer.headers("Ory-Error-Id")).containsExactly("");
    }

    @Test
    void answersARefusalWith400AndItsWords() {
        Answer answer = thrown(new Refused("totp.already-enrolled", "There is one already."));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("reason")).isEqualTo("There is one already.");
        assertThat(answer.json().path("error").has("id")).isFalse();
        assertThat(answer.body()).doesNotContain("totp.already-enrolled");
    }

    @Test
    void answersAnOutageWith503AndWhenToComeBack() {
        Answer answer = thrown(new Unavailable("store away\r\nFORGED LINE"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.body()).doesNotContain("store away");
        assertThat(logs.text())
                .contains("GET /secret/{token} unavailable: store away??FORGED LINE");
    }

    @Test
    void pw12AnswersAnOverloadWith429AndWholeSecondsToWait() {
        Answer answer = thrown(new Overloaded(Duration.ofMillis(1_200)));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(thrown(new Overloaded(Duration.ofSeconds(1))).header("Retry-After"))
                .isEqualTo("1");
        assertThat(logs.text()).doesNotContain("overloaded");
    }

    @Test
    void tellsNothingOfAFaultButAnId() {
        Answer answer = thrown(new IllegalStateException("password hunter2"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("hunter2").doesNotContain("IllegalState");
        String reason = answer.error("reason");
        String id = reason.replaceAll(".*error ([0-9a-f-]{36})\\.", "$1");
        assertThat(logs.text())
                .contains("GET /secret/{token} failed, error " + id)
                .contains("IllegalStateException: password hunter2")
                .contains("at dev.bonafide.http.server.ErrorsTest");
    }

    @Test
    void neverLogsWhatWasSentInTheUrl() {
        thrown(new IllegalStateException("fault"));
        assertThat(logs.text()).doesNotContain("s3cr3t");
    }

    @Test
    void answersErrorsOfTheMachineToo() {
        Answer answer =
                answer(call -> {
                    throw new StackOverflowError();
                });
        assertThat(answer.status()).isEqualTo(500);
    }

    @Test
    @SuppressWarnings("NullAway") // the mistake under test
    void answersAnEndpointThatAnswersNothing() {
        assertThat(answer(call -> null).status()).isEqualTo(500);
    }

    @Test
    void neverSplitsAnAnswerAtALineBreakInAHeader() {
        Answer answer =
                answer(call -> Reply.empty(303).with("Location", "/a\r\nSet-Cookie: session=evil"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers("Set-Cookie")).isEmpty();
        assertThat(answer.headers("Location")).isEmpty();
        assertThat(logs.atLeast(Level.ERROR)).hasSize(1);
    }

    @Test
    void answersAProblemThatCannotBeWritten() {
        Map<String, Object> loop = new java.util.HashMap<>();
        loop.put("self", loop);
        Answer answer = thrown(Problem.badRequest("loop").detail("loop", loop));
        assertThat(answer.status()).isEqualTo(500);
    }

    @Test
    void sendsTheCommonHeadersWithEveryAnswer() {
        List<Answer> answers =
                List.of(
                        answer(call -> Reply.json(200, Map.of())),
                        answer(call -> Reply.empty(204)),
                        thrown(Problem.notFound()),
                        thrown(new IllegalStateException()));
        assertThat(answers)
                .allSatisfy(answer -> {
                    assertThat(answer.header("Cache-Control"))
                            .isEqualTo("private, no-cache, no-store, must-revalidate");
                    assertThat(answer.header("Vary")).isEqualTo("Cookie");
                    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
                    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
                    assertThat(answer.header("Content-Security-Policy"))
                            .startsWith("default-src 'none'; frame-ancestors 'none'");
                    assertThat(answer.header("Strict-Transport-Security"))
                            .isEqualTo("max-age=31536000");
                    assertThat(answer.header("X-Request-ID")).isEqualTo(ID);
                    assertThat(answer.header("Date")).isEqualTo("Tue, 24 Nov 2026 08:30:00 GMT");
                });
    }

    @Test
    void demandsTlsOnlyOfClientsThatComeOverIt() {
        try (House house = House.of(Route.admin("GET", "/it", call -> Reply.empty(200)))) {
            assertThat(Wire.once(house.admin(), "GET", "/it").headers("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    @Test
    void letsAReplyReplaceACommonHeader() {
        Answer answer =
                answer(call ->
                        Reply.json(200, Map.of())
                                .with("cache-control", "max-age=60")
                                .with("Set-Cookie", "a=1")
                                .with("Set-Cookie", "b=2"));
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60");
        assertThat(answer.headers("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    @Test
    void answers404InTheSameShape() {
        try (House house = House.of()) {
            JsonNode error = Wire.once(house.open(), "GET", "/x").json().path("error");
            assertThat(error.propertyNames())
                    .containsExactly("code", "status", "request", "message");
        }
    }
}
