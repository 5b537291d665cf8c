package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.server.HttpSettings.Limits;
import dev.bonafide.http.server.HttpSettings.Waits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that have no end. */
@Timeout(120)
class FeedTest {
    private static final byte[] MUCH = new byte[32 * 1024 * 1024];
    private final TestFeed feed = new TestFeed();

    private static void get(Wire wire) {
        wire.send(Wire.head("GET", "/feed") + "\r\n");
    }

    @Test
    void sendsEachPartAtOnce() {
        try (House house = House.of(feed.route());
                Wire wire = new Wire(house.open())) {
            get(wire);
            feed.send("one");
            Answer head = wire.headOnly();
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Type")).isEqualTo("text/plain");
            assertThat(head.header("Connection")).isEqualTo("close");
            assertThat(wire.chunk()).isEqualTo("one");
            assertThat(feed.awaitTaken()).isTrue();
            feed.send("two");
            assertThat(wire.chunk()).isEqualTo("two");
        }
    }

    @Test
    void sendsNoChunksToAClientThatKnowsNone() {
        try (House house = House.of(feed.route());
                Wire wire = new Wire(house.open())) {
            wire.send("GET /feed HTTP/1.0\r\nHost: localhost\r\n\r\n");
            feed.outlet().end(new byte[7]);
            assertThat(wire.headOnly().header("Transfer-Encoding")).isEqualTo("(none)");
            assertThat(wire.rest()).isEqualTo(7);
        }
    }

    @Test
    void keepsNoPlaceAmongTheCallsInProgress() {
        Limits usual = House.LIMITS;
        var one = new HttpSettings.Calls(1, 0, Duration.ofSeconds(20));
        Limits limits =
                new Limits(
                        usual.bodyBytesMost(),
                        usual.headBytesMost(),
                        usual.connectionsMost(),
                        one,
                        usual.waits());
        try (House house = House.of(limits, List.of(), feed.route());
                Wire wire = new Wire(house.open())) {
            get(wire);
            feed.outlet();
            assertThat(Wire.once(house.open(), "GET", "/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void endsWithALastWordAndHangsUp() {
        try (House house = House.of(feed.route());
                Wire wire = new Wire(house.open())) {
            get(wire);
            feed.outlet().end("bye".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(wire.headOnly().status()).isEqualTo(200);
            assertThat(wire.chunk()).isEqualTo("bye");
            assertThat(wire.chunk()).isEmpty();
            assertThat(wire.isHungUp()).isTrue();
            assertThat(feed.awaitGone()).isTrue();
            feed.send("too late");
        }
    }

    @Test
    void noticesThatAClientHasLeft() {
        try (Logs logs = new Logs();
                House house = House.of(feed.route())) {
            try (Wire wire = new Wire(house.open())) {
                get(wire);
                feed.send("one");
                wire.headOnly();
            }
            assertThat(feed.awaitGone()).isTrue();
            feed.send("too late");
            assertThat(logs.atLeast(Level.WARN)).isEmpty();
        }
    }

    /** Also between the answer and its first byte, when nothing can be written any more. */
    @Test
    void noticesThatAClientHasLeftHoweverEarly() {
        List<TestFeed> feeds = new CopyOnWriteArrayList<>();
        Route each =
                Route.open(
                        "GET",
                        "/feed",
                        call -> {
                            TestFeed own = new TestFeed().greeting();
                            feeds.add(own);
                            return Reply.feed("text/plain", own);
                        });
        try (House house = House.of(each)) {
            for (int i = 0; i < 300; i++) {
                try (Wire wire = new Wire(house.open())) {
                    get(wire);
                }
            }
            assertThat(feeds.stream().filter(TestFeed::opened))
                    .allSatisfy(opened -> assertThat(opened.awaitGone()).isTrue());
        }
    }

    @Test
    void isNotFreeWhileAClientDoesNotTakeWhatWasSent() {
        try (House house = House.of(feed.route());
                Wire wire = new Wire(house.open())) {
            get(wire);
            feed.outlet().send(MUCH);
            assertThat(feed.outlet().free()).isFalse();
            feed.outlet().end("bye".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            wire.headOnly();
            String all = wire.chunks();
            assertThat(all).hasSize(MUCH.length + 3).endsWith("bye");
        }
    }

    @Test
    void cutsAClientThatTakesNothingAtAll() {
        Limits usual = House.LIMITS;
        Duration patience = Duration.ofMillis(300);
        Waits waits = new Waits(usual.waits().head(), usual.waits().body(), patience);
        Limits limits =
                new Limits(usual.bodyBytesMost(), usual.headBytesMost(), 9, usual.calls(), waits);
        try (Logs logs = new Logs();
                House house = House.of(limits, List.of(), feed.route());
                Wire wire = new Wire(house.open())) {
            get(wire);
            feed.outlet().send(MUCH);
            assertThat(feed.awaitGone()).isTrue();
            assertThat(logs.atLeast(Level.WARN)).isEmpty();
        }
    }

    @Test
    void answersHeadWithTheHeadAlone() {
        try (House house = House.of(feed.route());
                Wire wire = new Wire(house.open())) {
            wire.send(Wire.head("HEAD", "/feed") + "\r\n");
            assertThat(wire.headOnly().status()).isEqualTo(200);
            assertThat(wire.isHungUp()).isTrue();
            assertThat(feed.opened()).isFalse();
        }
    }

    @Test
    void saysFarewellBeforeTheServerStops() {
        House house = House.of(feed.route());
        Thread stopping = Thread.ofVirtual().unstarted(house::close);
        try (Logs logs = new Logs()) {
            try (Wire wire = new Wire(house.open())) {
                get(wire);
                feed.send("one");
                wire.headOnly();
                assertThat(wire.chunk()).isEqualTo("one");
                stopping.start();
                assertThat(wire.chunk()).isEqualTo("farewell");
                assertThat(wire.chunk()).isEmpty();
                assertThat(wire.isHungUp()).isTrue();
            }
            assertThat(join(stopping)).isTrue();
            assertThat(logs.atLeast(Level.WARN)).isEmpty();
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
