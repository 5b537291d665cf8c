package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.server.HttpSettings.Calls;
import dev.bonafide.http.server.HttpSettings.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A blocking call on an event loop throws in every test: see {@code NoBlockingOnEventLoops}. */
class OffloadTest {
    private static Limits bounded(int running, int waiting, Duration patience) {
        Limits usual = House.LIMITS;
        return new Limits(
                usual.bodyBytesMost(),
                usual.headBytesMost(),
                usual.connectionsMost(),
                new Calls(running, waiting, patience),
                usual.waits());
    }

    private static Reply blocking(CountDownLatch latch) {
        try {
            return Reply.json(200, latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void runsEndpointsOnVirtualThreadsWhereTheyMayBlock() {
        CountDownLatch open = new CountDownLatch(0);
        Route blocking =
                Route.open(
                        "POST",
                        "/block",
                        call -> {
                            blocking(open);
                            call.body();
                            return Reply.json(200, Thread.currentThread().isVirtual());
                        });
        try (House house = House.of(blocking)) {
            String request = Wire.post("/block", "application/json", "{}");
            assertThat(Wire.once(house.open(), request).body()).isEqualTo("true");
        }
    }

    @Test
    void turnsAwayWhatIsBeyondTheBoundButStillSaysThatItIsAlive() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Route slow =
                Route.open(
                        "GET",
                        "/slow",
                        call -> {
                            begun.countDown();
                            return blocking(release);
                        });
        try (House house = House.of(bounded(1, 0, Duration.ofSeconds(20)), List.of(), slow);
                Wire first = new Wire(house.open())) {
            first.send(Wire.head("GET", "/slow") + "\r\n");
            blocking(begun);
            Answer turnedAway = Wire.once(house.open(), "GET", "/slow");
            assertThat(turnedAway.status()).isEqualTo(429);
            assertThat(turnedAway.header("Retry-After")).isEqualTo("1");
            assertThat(turnedAway.error("status")).isEqualTo("Too Many Requests");
            assertThat(Wire.once(house.open(), "GET", "/health/alive").status()).isEqualTo(200);
            assertThat(Wire.once(house.admin(), "GET", "/health/ready").status()).isEqualTo(200);
            release.countDown();
            assertThat(first.answer().body()).isEqualTo("true");
            assertThat(Wire.once(house.open(), "GET", "/slow").status()).isEqualTo(200);
        }
    }

    @Test
    void runsWaitingCallsOneAfterTheOther() {
        CountDownLatch release = new CountDownLatch(1);
        Route slow = Route.open("GET", "/slow", call -> blocking(release));
        try (House house = House.of(bounded(1, 9, Duration.ofSeconds(20)), List.of(), slow)) {
            List<Wire> wires =
                    new ArrayList<>(
                            Stream.generate(() -> new Wire(house.open())).limit(10).toList());
            wires.forEach(wire -> wire.send(Wire.head("GET", "/slow") + "\r\n"));
            release.countDown();
            assertThat(wires).allSatisfy(wire -> assertThat(wire.answer().status()).isEqualTo(200));
            wires.forEach(Wire::close);
        }
    }

    @Test
    void turnsAwayAWaitingCallWhosePatienceEnds() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Route slow =
                Route.open(
                        "GET",
                        "/slow",
                        call -> {
                            begun.countDown();
                            return blocking(release);
                        });
        try (House house = House.of(bounded(1, 1, Duration.ofMillis(50)), List.of(), slow);
                Wire first = new Wire(house.open())) {
            first.send(Wire.head("GET", "/slow") + "\r\n");
            blocking(begun);
            assertThat(Wire.once(house.open(), "GET", "/slow").status()).isEqualTo(429);
            release.countDown();
            assertThat(first.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void letsACallInProgressEndBeforeItStops() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Route slow =
                Route.open(
                        "GET",
                        "/slow",
                        call -> {
                            begun.countDown();
                            return blocking(release);
                        });
        House house = House.of(slow);
        try (Wire wire = new Wire(house.open())) {
            wire.send(Wire.head("GET", "/slow") + "\r\n");
            blocking(begun);
            Thread stopping = Thread.ofVirtual().start(house::close);
            release.countDown();
            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(join(stopping)).isTrue();
        }
    }

    private static boolean join(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
