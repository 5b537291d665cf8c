package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.log.EventLog;
import dev.bonafide.story.Raw.Body;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every address against everything that no proper client sends: refused, and nothing written. */
class BadInputTest {
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    /** Those that read a body, with the address that reaches it. */
    private static final Map<String, String> BODIES = new TreeMap<>();

    private static TestServer server;
    private static Ada ada;
    private long position;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        ada = Ada.registered(server);
        BODIES.put("PUBLIC DELETE /self-service/logout/api", "/self-service/logout/api");
        BODIES.put("ADMIN PATCH /admin/identities/{id}", "/admin/identities/" + UNKNOWN);
        BODIES.put("ADMIN PUT /admin/identities/{id}", "/admin/identities/" + UNKNOWN);
        BODIES.put("PUBLIC POST /ui/sessions", "/ui/sessions");
        BODIES.put("ADMIN POST /admin/identities", "/admin/identities");
        BODIES.put("ADMIN POST /admin/sessions", "/admin/sessions");
        BODIES.put("ADMIN PATCH /admin/identities", "/admin/identities");
        Ada nobody = new Ada(server);
        for (String kind : List.of("login", "registration")) {
            String path = "/self-service/" + kind;
            BODIES.put("PUBLIC POST " + path, path + "?flow=" + nobody.begin(kind, ""));
        }
        String settings = ada.begin("settings", "");
        BODIES.put("PUBLIC POST /self-service/settings", "/self-service/settings?flow=" + settings);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void look() {
        position = server.bean(EventLog.class).position();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(server.bean(EventLog.class).position()).isEqualTo(position);
    }

    @Test
    void theTableKnowsEveryRoute() {
        assertThat(routes())
                .extracting(Refusals::name)
                .containsExactlyInAnyOrderElementsOf(BadQueries.ALL.keySet());
        assertThat(BadQueries.ALL.keySet()).containsAll(BODIES.keySet());
    }

    @Test
    void refusesMethodsThatNoRouteHas() {
        for (Route route : routes()) {
            Answer answer = send(route, "BREW", filled(route, UNKNOWN), Body.NONE);
            Refusals.isError("BREW " + Refusals.name(route), answer);
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("Allow")).contains(route.method());
        }
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        for (Route route : routes()) {
            Answer answer =
                    send(route, route.method(), filled(route, UNKNOWN), Refusals.tooLarge());
            Refusals.isError("too large: " + Refusals.name(route), answer);
            assertThat(answer.status()).as(Refusals.name(route)).isEqualTo(413);
        }
    }

    @Test
    void refusesBodiesThatAreNoStrictObjects() {
        for (Map.Entry<String, String> target : BODIES.entrySet()) {
            Route route = route(target.getKey());
            Refusals.bodies()
                    .forEach((what, body) ->
                            Refusals.isError(
                                    what + ": " + target.getKey(),
                                    send(route, route.method(), target.getValue(), body)));
        }
    }

    @Test
    void refusesEmptyBodies() {
        for (Map.Entry<String, String> target : BODIES.entrySet()) {
            Route route = route(target.getKey());
            for (Body body : List.of(Body.NONE, Refusals.json(""), Refusals.json("{}"))) {
                Refusals.isErrorOrForm(
                        "empty: " + target.getKey(),
                        send(route, route.method(), target.getValue(), body));
            }
        }
    }

    @Test
    void refusesBadQueries() {
        for (Map.Entry<String, String> target : BadQueries.ALL.entrySet()) {
            Route route = route(target.getKey());
            for (String query : target.getValue().split(" ", -1)) {
                if (!query.isEmpty()) {
                    String address = filled(route, UNKNOWN);
                    String asked = query.equals("-") ? address : address + query;
                    Refusals.isError(
                            target.getKey() + " " + query,
                            send(route, route.method(), asked, Body.NONE));
                }
            }
        }
    }

    @Test
    void takesOneSpellingOfAFlowsId() {
        for (String kind : List.of("login", "registration", "settings")) {
            Route get = route("PUBLIC GET /self-service/" + kind + "/flows");
            Answer answer = send(get, "GET", get.path() + "?id=1-1-1-1-1", Body.NONE);
            assertThat(answer.status()).as(kind).isEqualTo(404);
        }
    }

    @Test
    void refusesBadPathVariables() {
        for (Route route : routes()) {
            if (route.path().contains("{")) {
                for (String id : List.of("x", "%00", "1-1-1-1-1", "%ff", "..%2f", "{id}")) {
                    String address = filled(route, id.replace("{", "%7B").replace("}", "%7D"));
                    Refusals.isError(
                            route.method() + " " + address,
                            send(route, route.method(), address, Body.NONE));
                }
            }
        }
    }

    /** Registration and login are asked without a session, all else as somebody logged in. */
    private static Answer send(Route route, String method, String address, Body body) {
        boolean open = route.listener() == Route.Listener.PUBLIC;
        boolean own = address.contains("/settings") || address.contains("/sessions");
        int port = open ? server.http().publicPort() : server.http().adminPort();
        return new Raw(port).send(method, address, open && own ? ada.headers() : Map.of(), body);
    }

    private static String filled(Route route, String id) {
        return route.path()
                .replace("{id}", id)
                .replace("{externalID}", id)
                .replace("{name}", id)
                .replace("{provider}", id)
                .replace("{type}", "password")
                .replace("{method}", "password");
    }

    private static List<Route> routes() {
        return server.beans(Routes.class).stream().flatMap(each -> each.routes().stream()).toList();
    }

    private static Route route(String name) {
        return routes().stream()
                .filter(route -> Refusals.name(route).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no route " + name));
    }
}
