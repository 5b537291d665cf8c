package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Races that an attacker would run against the whole server. */
class ParallelTest {
    private static final int RACERS = 32;

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
    void oneLookupSecretOpensOneSessionOnce() throws Exception {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolLookup().getFirst();
        List<Answer> answers =
                Race.run(secondFactors(ada, "lookup_secret", "lookup_secret", secret));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() < 500);
        assertThat(trail(ada, "lookup.used")).isEqualTo(1);
    }

    @Test
    void oneTotpStepOpensOneSessionOnce() throws Exception {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        server.clock().forward(Duration.ofMinutes(1));
        List<Answer> answers = Race.run(secondFactors(ada, "totp", "totp_code", ada.code(secret)));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() < 500);
        assertThat(trail(ada, "totp.used")).isEqualTo(1);
    }

    @Test
    void oneAddressIsRegisteredOnce() throws Exception {
        Ada ada = new Ada(server);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < RACERS / 2; i++) {
            String flow = ada.begin("registration", "");
            calls.add(() -> ada.submit("registration", flow, registration(ada)));
        }
        List<Answer> answers = Race.run(calls);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() < 500);
        assertThat(identities(ada)).hasSize(1);
    }

    /** Each one evaluated is counted, and what is counted makes the rest wait. */
    @Test
    void ofManyWrongPasswordsFewAreEvaluated() throws Exception {
        Ada ada = Ada.registered(server);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            String flow = ada.begin("login", "?refresh=true");
            calls.add(() -> ada.password(flow, "a wrong password"));
        }
        List<Answer> answers = Race.run(calls);
        assertThat(answers).allMatch(answer -> answer.status() == 400);
        assertThat(trail(ada, "guard.attempt-failed")).isBetween(5, 6);
        assertThat(answers)
                .filteredOn(answer -> !answer.header("Retry-After").isEmpty())
                .hasSizeGreaterThanOrEqualTo(RACERS - 6);
    }

    private static String registration(Ada ada) {
        return """
        {"method":"password","password":"%s","traits":{"email":"%s"}}\
        """
                .formatted(Ada.PASSWORD, ada.email());
    }

    /** The same guess from two sessions in turn, each guess in a flow of its own. */
    private static List<Callable<Answer>> secondFactors(
            Ada ada, String method, String field, String value) {
        List<Callable<Answer>> calls = new ArrayList<>();
        String json = "{\"method\":\"" + method + "\",\"" + field + "\":\"" + value + "\"}";
        for (int session = 0; session < 2; session++) {
            assertThat(ada.login().status()).isEqualTo(200);
            var headers = ada.headers();
            for (int i = 0; i < RACERS / 2; i++) {
                String address = "/self-service/login?flow=" + ada.begin("login", "?aal=aal2");
                calls.add(() -> server.http().post(address, headers, json));
            }
        }
        return calls;
    }

    private static int trail(Ada ada, String type) {
        String identity = identities(ada).getFirst();
        String query = "/admin/audit/events?identity=" + identity + "&type=" + type;
        return server.http().admin("GET", query, "").json().path("events").size();
    }

    private static List<String> identities(Ada ada) {
        return server.http()
                .admin("GET", "/admin/identities", "")
                .json()
                .valueStream()
                .filter(each -> each.path("traits").path("email").asString("").equals(ada.email()))
                .map(each -> each.path("id").asString(""))
                .toList();
    }
}
