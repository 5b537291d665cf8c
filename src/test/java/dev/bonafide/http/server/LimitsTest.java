package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.server.HttpSettings.Limits;
import dev.bonafide.http.server.HttpSettings.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send too much, too slowly, or from too many connections (CWE-400, CWE-770). */
@Timeout(120)
class LimitsTest {
    private static final int BODY_MOST = House.LIMITS.bodyBytesMost();
    private static final Route BODY =
            Route.open("POST", "/body", call -> Reply.json(200, call.body().size()));
    private static final String JSON = "Content-Type: application/json\r\n";

    private static final Duration LONG = Duration.ofSeconds(20);

    private static String chunk(String content) {
        return Integer.toHexString(content.length()) + "\r\n" + content + "\r\n";
    }

    private static House impatient(Duration head, Duration body) {
        Limits usual = House.LIMITS;
        Waits waits = new Waits(head, body, LONG);
        return House.of(
                new Limits(BODY_MOST, usual.headBytesMost(), 3, usual.calls(), waits),
                List.of(),
                BODY);
    }

    @Test
    void takesABodyOfTheLargestSize() {
        String body = "{\"a\":\"" + "b".repeat(BODY_MOST - 8) + "\"}";
        assertThat(body).hasSize(BODY_MOST);
        try (House house = House.of(BODY)) {
            Answer answer = Wire.once(house.open(), Wire.post("/body", "application/json", body));
            assertThat(answer.body()).isEqualTo("1");
            String chunked =
                    Wire.head("POST", "/body") + JSON + "Transfer-Encoding: chunked\r\n\r\n";
            assertThat(Wire.once(house.open(), chunked + chunk(body) + "0\r\n\r\n").body())
                    .isEqualTo("1");
        }
    }

    @Test
    void refusesABodyThatSaysItIsTooLargeWithoutReadingIt() {
        try (House house = House.of(BODY);
                Wire wire = new Wire(house.open())) {
            String length = "Content-Length: " + (BODY_MOST + 1) + "\r\n\r\n";
            Answer answer = wire.send(Wire.head("POST", "/body") + JSON + length).answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.error("status")).isEqualTo("Request Entity Too Large");
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    /** A reset would make many clients throw away the answer that they have already received. */
    @Test
    void doesNotResetAClientThatGoesOnSendingAfterItsRefusal() {
        try (House house = House.of(BODY);
                Wire wire = new Wire(house.open())) {
            wire.send(Wire.head("POST", "/body") + JSON + "Content-Length: 9999999\r\n\r\n");
            assertThat(wire.answer().status()).isEqualTo(413);
            assertThat(wire.isHungUp()).isTrue();
            assertThat(wire.takesMore()).isTrue();
        }
    }

    @Test
    void refusesABodyThatGrowsTooLarge() {
        try (House house = House.of(BODY);
                Wire wire = new Wire(house.open())) {
            wire.send(Wire.head("POST", "/body") + JSON + "Transfer-Encoding: chunked\r\n\r\n");
            String part = chunk("b".repeat(1024));
            for (int sent = 0; sent <= BODY_MOST; sent += 1024) {
                wire.send(part);
            }
            assertThat(wire.answer().status()).isEqualTo(413);
        }
    }

    @Test
    void cutsAClientThatSendsItsHeadersSlowly() {
        try (House house = impatient(Duration.ofMillis(300), LONG);
                Wire wire = new Wire(house.open())) {
            wire.send(Wire.head("GET", "/version") + "X-Slow: ");
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    @Test
    void cutsAClientThatSendsNothing() {
        try (House house = impatient(Duration.ofMillis(300), LONG);
                Wire wire = new Wire(house.open())) {
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    @Test
    void cutsAConnectionThatIsIdleAfterAnAnswer() {
        try (House house = impatient(Duration.ofSeconds(2), LONG);
                Wire wire = new Wire(house.open())) {
            Answer answer = wire.send(Wire.head("GET", "/version") + "\r\n").answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    @Test
    void tellsAClientThatSendsItsBodySlowly() {
        try (Logs logs = new Logs();
                House house = impatient(LONG, Duration.ofMillis(300));
                Wire wire = new Wire(house.open())) {
            wire.send(Wire.head("POST", "/body") + JSON + "Content-Length: 9\r\n\r\n{\"a\"");
            Answer answer = wire.answer();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.error("status")).isEqualTo("Request Timeout");
            assertThat(wire.isHungUp()).isTrue();
            assertThat(logs.atLeast(Level.WARN)).isEmpty();
        }
    }

    @Test
    void cutsAClientThatDoesNotTakeItsAnswer() {
        byte[] much = new byte[64 * 1024 * 1024];
        Route big = Route.open("GET", "/big", call -> new Reply(200, List.of(), much));
        Waits waits = new Waits(LONG, LONG, Duration.ofMillis(300));
        Limits usual = House.LIMITS;
        Limits limits = new Limits(BODY_MOST, usual.headBytesMost(), 1, usual.calls(), waits);
        try (Logs logs = new Logs();
                House house = House.of(limits, List.of(), big);
                Wire wire = new Wire(house.open())) {
            wire.send(Wire.head("GET", "/big") + "\r\n");
            assertThat(eventually(house)).isEqualTo(200);
            assertThat(wire.rest()).isLessThan(much.length);
            assertThat(logs.atLeast(Level.WARN)).isEmpty();
        }
    }

    @Test
    void asksForABodyThatTheClientHoldsBack() {
        String head =
                Wire.head("POST", "/body") + JSON + "Expect: 100-continue\r\nContent-Length: ";
        try (House house = House.of(BODY);
                Wire wire = new Wire(house.open())) {
            assertThat(wire.send(head + "7\r\n\r\n").headOnly().status()).isEqualTo(100);
            assertThat(wire.send("{\"a\":1}").answer().body()).isEqualTo("1");
            assertThat(Wire.once(house.open(), head + "9999999\r\n\r\n").status()).isEqualTo(413);
        }
    }

    @Test
    void hangsUpOnConnectionsBeyondTheBoundAndTakesOthersWhenSomeEnd() {
        try (House house = impatient(Duration.ofSeconds(20), LONG)) {
            List<Wire> held = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Wire wire = new Wire(house.open());
                assertThat(wire.send(Wire.head("GET", "/version") + "\r\n").answer().status())
                        .isEqualTo(200);
                held.add(wire);
            }
            try (Wire beyond = new Wire(house.open())) {
                assertThat(beyond.isHungUp()).isTrue();
            }
            assertThat(Wire.once(house.admin(), "GET", "/version").status()).isEqualTo(200);
            held.forEach(Wire::close);
            assertThat(eventually(house)).isEqualTo(200);
        }
    }

    /** The server notices closed connections in its own time. */
    private static int eventually(House house) {
        while (true) {
            try {
                return Wire.once(house.open(), "GET", "/version").status();
            } catch (java.io.UncheckedIOException stillFull) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void isNotDisturbedByClientsThatLeaveInTheMiddle() {
        try (Logs logs = new Logs();
                House house = House.of(BODY)) {
            for (int i = 0; i < 20; i++) {
                try (Wire wire = new Wire(house.open())) {
                    wire.send(Wire.head("POST", "/body") + JSON + "Content-Length: 9\r\n\r\n{");
                }
            }
            assertThat(Wire.once(house.open(), "GET", "/version").status()).isEqualTo(200);
            assertThat(logs.atLeast(Level.WARN)).isEmpty();
        }
    }
}
