package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client may say of any request that it is its connection's last (RFC 9112 section 9.6). */
class LastRequestTest {
    private static final int TIMES = 300;
    private static final String ASK = Wire.head("GET", "/query");
    private static final String LAST = ASK + "Connection: close\r\n\r\n";

    private static House house;

    @BeforeAll
    static void open() {
        house = House.of(Route.open("GET", "/query", call -> Reply.json(200, "a")));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /** It may come while the connection is still busy with the answer before. */
    @Test
    void isAnsweredHoweverSoonItComesAfterAnAnswer() {
        for (int i = 0; i < TIMES; i++) {
            try (Wire wire = new Wire(house.open())) {
                assertThat(wire.send(ASK + "\r\n").answer().status()).isEqualTo(200);
                Answer last = wire.send(LAST).answer();
                assertThat(last.status()).isEqualTo(200);
                assertThat(last.header("Connection")).isEqualToIgnoringCase("close");
                assertThat(wire.isHungUp()).isTrue();
            }
        }
    }

    @Test
    void isAnsweredAfterThoseSentWithIt() {
        for (int i = 0; i < TIMES; i++) {
            try (Wire wire = new Wire(house.open())) {
                wire.send(ASK + "\r\n" + ASK + "\r\n" + LAST);
                assertThat(wire.answer().header("Connection")).isEqualTo("(none)");
                assertThat(wire.answer().header("Connection")).isEqualTo("(none)");
                assertThat(wire.answer().header("Connection")).isEqualToIgnoringCase("close");
                assertThat(wire.isHungUp()).isTrue();
            }
        }
    }

    @Test
    void isAnsweredAndNothingAfterIt() {
        try (Wire wire = new Wire(house.open())) {
            wire.send(LAST + ASK + "\r\n");
            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(wire.isHungUp()).isTrue();
        }
    }

    @Test
    void mayBeOfAnOlderVersion() {
        String old = ASK.replace("HTTP/1.1", "HTTP/1.0") + "\r\n";
        try (Wire wire = new Wire(house.open())) {
            Answer answer = wire.send(ASK + "\r\n" + old).answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(wire.isHungUp()).isTrue();
        }
    }
}
