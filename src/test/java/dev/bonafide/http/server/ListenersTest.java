package dev.bonafide.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private static final Route OPEN = Route.open("GET", "/mine", call -> Reply.json(200, "open"));
    private static final Route ADMIN =
            Route.admin("GET", "/admin/all", call -> Reply.json(200, "admin"));

    @Test
    void keepsAdminRoutesOffThePublicPortAndTheOtherWayRound() {
        try (House house = House.of(OPEN, ADMIN)) {
            assertThat(Wire.once(house.open(), "GET", "/mine").status()).isEqualTo(200);
            assertThat(Wire.once(house.admin(), "GET", "/admin/all").status()).isEqualTo(200);
            assertThat(Wire.once(house.open(), "GET", "/admin/all").status()).isEqualTo(404);
            assertThat(Wire.once(house.admin(), "GET", "/mine").status()).isEqualTo(404);
        }
    }

    @Test
    void answersHealthAndVersionOnBothPorts() {
        try (House house = House.of()) {
            for (int port : List.of(house.open(), house.admin())) {
                assertThat(Wire.once(port, "GET", "/health/alive").body())
                        .isEqualTo("{\"status\":\"ok\"}");
                assertThat(Wire.once(port, "GET", "/health/ready").body())
                        .isEqualTo("{\"status\":\"ok\"}");
                assertThat(Wire.once(port, "GET", "/version").body())
                        .isEqualTo("{\"version\":\"1.2.3\"}");
            }
        }
    }

    @Test
    void namesWhatIsNotReady() {
        var store = House.check("store", Optional.of("is away"));
        var log = House.check("log", Optional.empty());
        try (House house = House.checking(store, log)) {
            Answer answer = Wire.once(house.admin(), "GET", "/health/ready");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("{\"errors\":{\"store\":\"is away\"}}");
            assertThat(Wire.once(house.open(), "GET", "/health/alive").status()).isEqualTo(200);
        }
    }

    @Test
    void doesNotStartAtAllWhenOnePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            var settings = House.settings(House.LIMITS, List.of(), port);
            HttpServers servers = House.servers(settings, List.of());
            assertThatThrownBy(servers::start)
                    .isInstanceOf(CannotListen.class)
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + port)
                    .hasMessageContaining("in use")
                    .hasMessageNotContaining("\n");
            assertThat(servers.isRunning()).isFalse();
        }
    }

    @Test
    void startsAgainAfterAStop() {
        var settings = House.settings(House.LIMITS, List.of(), 0);
        HttpServers servers = House.servers(settings, List.of());
        for (int round = 0; round < 2; round++) {
            servers.start();
            assertThat(Wire.once(servers.publicPort(), "GET", "/version").status()).isEqualTo(200);
            servers.stop();
            assertThat(servers.isRunning()).isFalse();
        }
    }

    @Test
    void refusesTwoRoutesForTheSameRequests() {
        Route one = Route.open("GET", "/a/{x}", call -> Reply.empty(204));
        Route same = Route.open("GET", "/a/{y}", call -> Reply.empty(204));
        var settings = House.settings(House.LIMITS, List.of(), 0);
        assertThatThrownBy(() -> House.servers(settings, List.of(), one, same))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two routes for GET /a/{y}");
    }
}
