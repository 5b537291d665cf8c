package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.EventLog;
import dev.bonafide.log.Projections;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What an operator sees of the projections, and does about one that stopped. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ProjectionScenarioTest {
    private static final String ALL = "/admin/projections";
    private static final String AUDIT = ALL + "/audit-1";
    private static final String READY = "/health/ready";

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
        Ada.registered(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void allAreToldByNameAndRun() {
        long position = server.bean(EventLog.class).position();
        for (JsonNode one : admin("GET", ALL).json().path("projections")) {
            String name = one.path("name").asString("");
            Projections projections = server.bean(Projections.class);
            assertThat(projections.await(name, position, Duration.ofMinutes(1))).isTrue();
        }
        Answer answer = admin("GET", ALL);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("log_position").asLong(0)).isEqualTo(position);
        List<JsonNode> projections = answer.json().path("projections").valueStream().toList();
        assertThat(projections)
                .extracting(one -> one.path("name").asString(""))
                .contains("alert-factor-removed-1", "audit-1", "erasure-1", "sessions-2");
        assertThat(projections)
                .allMatch(one -> one.path("state").asString("").equals("running"))
                .allMatch(one -> one.path("lag").asLong(-1) == 0)
                .allMatch(one -> one.path("driven_here").asBoolean(false))
                .allMatch(one -> one.path("stopped_because").isNull());
    }

    /** Its token is of another log, as after a restore that forgot the views. */
    @Test
    void oneThatStoppedIsNamedAndIsRebuiltWhileTheNodeServes() {
        List<String> before = trail();
        breakTheTrail();
        JsonNode stopped = audit();
        assertThat(stopped.path("stopped_because").asString("")).contains("rebuild it");
        assertThat(stopped.path("rebuildable").asBoolean(false)).isTrue();

        Answer ready = admin("GET", READY);
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.at("impaired.projections.0")).isEqualTo("audit-1");
        Answer open = server.http().get(READY, Map.of());
        assertThat(open.body()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(Ada.registered(server).whoami().status()).isEqualTo(200);

        assertThat(admin("POST", AUDIT + "/resume").status()).isEqualTo(204);
        assertThat(admin("POST", AUDIT + "/rebuild").status()).isEqualTo(202);
        while (!state().equals("running")) {
            assertThat(admin("GET", READY).status()).isEqualTo(200);
        }
        assertThat(trail()).startsWith(before.toArray(String[]::new)).hasSizeGreaterThan(5);
        assertThat(admin("GET", READY).body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void whatActsOnEventsHasNoPast() {
        Answer refused = admin("POST", ALL + "/alert-factor-removed-1/rebuild");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(admin("POST", ALL + "/erasure-1/rebuild").status()).isEqualTo(202);
    }

    @Test
    void nobodyKnowsAnother() {
        assertThat(admin("POST", ALL + "/audit-0/rebuild").status()).isEqualTo(404);
        assertThat(admin("POST", ALL + "/audit-0/resume").status()).isEqualTo(404);
        assertThat(server.http().get(ALL, Map.of()).status()).isEqualTo(404);
    }

    private void breakTheTrail() {
        DocumentCollection tokens =
                server.bean(Store.class)
                        .documents()
                        .collection(new CollectionShape("readers", Set.of()));
        Document token = tokens.get("audit-1").orElseThrow();
        String other = token.body().replaceFirst("\"hash\":\"....", "\"hash\":\"AAAA");
        assertThat(other).isNotEqualTo(token.body());
        assertThat(tokens.replace(token.withBody(other))).isTrue();
        while (!state().equals("stopped")) {
            Ada.registered(server);
        }
    }

    private String state() {
        return audit().path("state").asString("");
    }

    private JsonNode audit() {
        return admin("GET", ALL)
                .json()
                .path("projections")
                .valueStream()
                .filter(one -> one.path("name").asString("").equals("audit-1"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> trail() {
        Answer answer = admin("GET", "/admin/audit/events?limit=1000");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("events").valueStream().map(JsonNode::toString).toList();
    }

    private Answer admin(String method, String path) {
        return server.http().admin(method, path, "");
    }
}
