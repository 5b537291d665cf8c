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
    private static final String PAGES = "?page_size=0 ?page_size=1001 ?page_size=x ?page_token=%21";
    private static final String FLOW = "- ?id=x ?id=%00 ?id=1-1-1-1-1 ?id=" + UNKNOWN;
    private static final String EVENTS =
            "?after=x ?after=-1 ?after=1-999999999 ?after=2-0 ?after=0&after=1 ?types=x ?types=,";
    private static final String AWAY = "?return_to=https://evil.example/ ?return_to=//evil.example";

    /** Each route with queries that it refuses; "" where no query can be wrong, - for none. */
    private static final Map<String, String> QUERIES = new TreeMap<>();

    /** Those that read a body, with the address that reaches it. */
    private static final Map<String, String> BODIES = new TreeMap<>();

    private static TestServer server;
    private static Ada ada;
    private long position;

    static {
        for (String listener : List.of("PUBLIC", "ADMIN")) {
            for (String path : List.of("/health/alive", "/health/ready", "/version")) {
                QUERIES.put(listener + " GET " + path, "");
            }
        }
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            QUERIES.put("PUBLIC " + method + " /sessions/whoami", "");
        }
        for (String kind : List.of("login", "registration", "settings")) {
            String path = " /self-service/" + kind;
            QUERIES.put("PUBLIC GET" + path + "/api", AWAY);
            QUERIES.put("PUBLIC GET" + path + "/browser", AWAY);
            QUERIES.put("PUBLIC GET" + path + "/flows", FLOW);
            QUERIES.put("PUBLIC POST" + path, FLOW.replace("?id", "?flow"));
        }
        QUERIES.put("PUBLIC GET /self-service/login/api", AWAY + " ?aal=aal3 ?aal=aal1&aal=aal2");
        QUERIES.put("PUBLIC DELETE /self-service/logout/api", "");
        QUERIES.put("PUBLIC GET /self-service/settings", FLOW.replace("?id", "?flow"));
        QUERIES.put("PUBLIC GET /self-service/logout/browser", "");
        QUERIES.put("PUBLIC GET /self-service/logout", AWAY + " ?token=");
        for (String page : List.of("", "ui/error", "ui/logout", "ui/page.css", "ui/page.js")) {
            QUERIES.put("PUBLIC GET /" + page, "");
        }
        for (String kind : List.of("login", "registration", "settings")) {
            QUERIES.put(
                    "PUBLIC GET /ui/" + kind, "?flow=x ?flow=%00 ?flow=1-1-1-1-1 ?flow=x&flow=y");
        }
        QUERIES.put("PUBLIC GET /schemas", "?page_size=0 ?page_size=x ?per_page=-1");
        QUERIES.put("PUBLIC GET /schemas/{id}", "");
        QUERIES.put("PUBLIC GET /sessions", "?page_size=0 ?page_size=x ?per_page=-1");
        QUERIES.put("PUBLIC DELETE /sessions", "");
        QUERIES.put("PUBLIC DELETE /sessions/{id}", "");
        QUERIES.put("ADMIN GET /admin/identities", PAGES + " ?ids=x ?consistency=none");
        QUERIES.put("ADMIN GET /admin/sessions", PAGES + " ?active=maybe ?expand=all");
        QUERIES.put("ADMIN GET /metrics/prometheus", "");
        QUERIES.put("ADMIN GET /admin/sessions/{id}", "?expand=all");
        QUERIES.put("ADMIN DELETE /admin/sessions/{id}", "");
        QUERIES.put("ADMIN PATCH /admin/sessions/{id}/extend", "");
        QUERIES.put("ADMIN POST /admin/sessions", "");
        QUERIES.put("ADMIN GET /admin/identities/{id}/sessions", "?active=maybe ?page_size=0");
        QUERIES.put("ADMIN DELETE /admin/identities/{id}/sessions", "");
        QUERIES.put("ADMIN POST /admin/identities", "");
        QUERIES.put("ADMIN PATCH /admin/identities", "");
        QUERIES.put("ADMIN GET /admin/identities/by/external/{externalID}", "");
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            QUERIES.put("ADMIN " + method + " /admin/identities/{id}", "");
        }
        QUERIES.put("ADMIN DELETE /admin/identities/{id}/credentials/{type}", "");
        QUERIES.put("ADMIN DELETE /admin/identities/{id}/guards/{method}", "");
        QUERIES.put("ADMIN GET /admin/audit/events", "?identity=x ?session=1-1-1-1-1 ?limit=0");
        QUERIES.put("ADMIN GET /admin/audit/sessions/{id}", "?at=now ?position=x");
        QUERIES.put("ADMIN GET /admin/events/stream", EVENTS);
        QUERIES.put("ADMIN GET /admin/projections", "");
        QUERIES.put("ADMIN POST /admin/projections/{name}/resume", "");
        QUERIES.put("ADMIN POST /admin/projections/{name}/rebuild", "");
    }

    @BeforeAll
    static void start() {
        server = TestServer.start();
        ada = Ada.registered(server);
        BODIES.put("PUBLIC DELETE /self-service/logout/api", "/self-service/logout/api");
        BODIES.put("ADMIN PATCH /admin/identities/{id}", "/admin/identities/" + UNKNOWN);
        BODIES.put("ADMIN PUT /admin/identities/{id}", "/admin/identities/" + UNKNOWN);
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
                .containsExactlyInAnyOrderElementsOf(QUERIES.keySet());
        assertThat(QUERIES.keySet()).containsAll(BODIES.keySet());
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
        for (Map.Entry<String, String> target : QUERIES.entrySet()) {
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
            assertThat(answer.status()).as(kind).isEqualTo(400);
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
