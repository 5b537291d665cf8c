package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What administrators write about identities (clause 6.3 of the behavioural contract). */
class AdminIdentityScenarioTest {
    private static final String ALL = "/admin/identities";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void createsSomebodyWhoLogsInWithThePasswordThatWasBroughtAlong() {
        Ada ada = new Ada(server);
        Answer created =
                create(
                        ada,
                        """
                        ,"credentials":{"password":{"config":{"password":"%s"}}},
                        "metadata_public":{"plan":"x"},"metadata_admin":{"note":1},
                        "external_id":"crm-1","verifiable_addresses":
                        [{"value":"%s","via":"email","verified":true,"status":"completed"}]\
                        """
                                .formatted(Ada.PASSWORD, ada.email()));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith(ALL + "/" + created.at("id"));
        assertThat(created.header("Bonafide-Log-Position")).isNotEmpty();
        assertThat(created.body()).doesNotContain(Ada.PASSWORD);
        assertThat(ada.login().status()).isEqualTo(200);
        Answer shown = admin("GET", ALL + "/by/external/crm-1?include_credential=password", "");
        assertThat(shown.at("metadata_admin.note")).isEqualTo("1");
        assertThat(shown.at("metadata_public.plan")).isEqualTo("x");
        assertThat(shown.json().path("credentials").path("password").path("config").isEmpty())
                .isTrue();
        assertThat(ada.whoami().at("identity.external_id")).isEqualTo("crm-1");
        assertThat(ada.whoami().json().path("identity").has("metadata_admin")).isFalse();
    }

    @Test
    void replacesAndReleasesWhatIsNoLongerHeld() {
        Ada ada = new Ada(server);
        String id = create(ada, ",\"external_id\":\"crm-2\"").at("id");
        Ada other = new Ada(server);
        Answer replaced = admin("PUT", ALL + "/" + id, body(other, ",\"state\":\"inactive\""));
        assertThat(replaced.status()).as(replaced.body()).isEqualTo(200);
        assertThat(replaced.at("state")).isEqualTo("inactive");
        assertThat(replaced.at("traits.email")).isEqualTo(other.email());
        assertThat(create(ada, ",\"external_id\":\"crm-2\"").status()).isEqualTo(201);
        assertThat(create(other, "").status()).isEqualTo(409);
        Answer trail = admin("GET", "/admin/audit/events?identity=" + id, "");
        assertThat(trail.body()).contains("identity.external-id-changed", "\"admin\"");
    }

    @Test
    void patchesWholeOrNotAtAll() {
        Ada ada = new Ada(server);
        String path = ALL + "/" + create(ada, ",\"metadata_public\":{\"a\":1}").at("id");
        String good = "{\"op\":\"replace\",\"path\":\"/metadata_public/a\",\"value\":2}";
        String fails = "{\"op\":\"test\",\"path\":\"/metadata_public/a\",\"value\":7}";
        assertThat(admin("PATCH", path, "[" + good + "," + fails + "]").status()).isEqualTo(400);
        assertThat(admin("GET", path, "").at("metadata_public.a")).isEqualTo("1");
        assertThat(admin("PATCH", path, "[" + good + "]").at("metadata_public.a")).isEqualTo("2");
        for (String fixed : List.of("/id", "/credentials/password", "/created_at")) {
            String patch = "[{\"op\":\"remove\",\"path\":\"" + fixed + "\"}]";
            assertThat(admin("PATCH", path, patch).status()).as(fixed).isEqualTo(400);
        }
        String whole = "[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"traits\":{}}}]";
        assertThat(admin("PATCH", path, whole).status()).isEqualTo(400);
    }

    @Test
    void refusesAPatchThatGrowsWithoutEnd() {
        String path = ALL + "/" + create(new Ada(server), ",\"metadata_public\":{}").at("id");
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String to = "\"/metadata_public/" + i + "\"}";
            copies.add("{\"op\":\"copy\",\"from\":\"/metadata_public\",\"path\":" + to);
        }
        assertThat(admin("PATCH", path, copies.toString()).status()).isEqualTo(400);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        Ada ada = new Ada(server);
        for (String more :
                List.of(
                        ",\"trait\":1",
                        ",\"region\":\"eu\"",
                        ",\"state\":\"gone\"",
                        ",\"external_id\":7",
                        ",\"schema_id\":\"none\"",
                        ",\"credentials\":{\"magic\":{}}",
                        ",\"credentials\":{\"password\":7}",
                        ",\"credentials\":{\"password\":{\"config\":{}}}",
                        ",\"verifiable_addresses\":{}",
                        ",\"organization_id\":\"%s\"".formatted(UUID.randomUUID()))) {
            assertThat(create(ada, more).status()).as(more).isEqualTo(400);
        }
        assertThat(admin("POST", ALL, "{\"traits\":{\"email\":\"no\"}}").status()).isEqualTo(400);
        assertThat(create(ada, "").status()).isEqualTo(201);
    }

    @Test
    void findsByWhatIsAskedFor() {
        Ada ada = new Ada(server);
        String id = create(ada, ",\"external_id\":\"crm-3\"").at("id");
        String unknown = UUID.randomUUID().toString();
        for (String query :
                List.of(
                        "ids=" + id + "&ids=" + unknown,
                        "credentials_identifier=" + ada.email().toUpperCase(java.util.Locale.ROOT),
                        "external_id=crm-3")) {
            Answer found = admin("GET", ALL + "?" + query, "");
            assertThat(found.json()).as(query).hasSize(1);
            assertThat(found.at("0.id")).isEqualTo(id);
        }
        assertThat(admin("GET", ALL + "?credentials_identifier=crm-3", "").json()).isEmpty();
        assertThat(admin("GET", ALL + "?ids=x", "").status()).isEqualTo(400);
        String similar = "?preview_credentials_identifier_similar=a";
        assertThat(admin("GET", ALL + similar, "").status()).isEqualTo(400);
    }

    @Test
    void ofManyCreatesOfOneIdentifierExactlyOneWins() throws Exception {
        Ada ada = new Ada(server);
        List<Callable<Answer>> creates = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            creates.add(() -> create(ada, ""));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(creates)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void createsAThousandAndTellsWhatBecameOfEach() {
        Ada taken = new Ada(server);
        create(taken, "");
        List<String> entries = new ArrayList<>();
        entries.add(
                "{\"patch_id\":\"%s\",\"create\":%s}"
                        .formatted(UUID.randomUUID(), body(taken, "")));
        for (int i = 1; i < 1000; i++) {
            entries.add("{\"create\":" + body(new Ada(server), "") + "}");
        }
        Answer done = admin("PATCH", ALL, "{\"identities\":" + entries + "}");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().path("identities")).hasSize(1000);
        assertThat(done.at("identities.0.action")).isEqualTo("error");
        assertThat(done.at("identities.0.error.code")).isEqualTo("409");
        for (int i = 1; i < 1000; i++) {
            assertThat(done.at("identities." + i + ".action")).isEqualTo("create");
        }
        entries.add("{}");
        Answer tooMany = admin("PATCH", ALL, "{\"identities\":" + entries + "}");
        assertThat(tooMany.status()).isEqualTo(400);
    }

    private static Answer create(Ada ada, String more) {
        return admin("POST", ALL, body(ada, more));
    }

    private static String body(Ada ada, String more) {
        String schema = more.contains("schema_id") ? "" : ",\"schema_id\":\"default\"";
        return "{\"traits\":{\"email\":\"" + ada.email() + "\"}" + schema + more + "}";
    }

    private static Answer admin(String method, String path, String json) {
        return server.http().admin(method, path, json);
    }
}
