package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each field of each form with values of every type but the right one. */
class WrongTypesTest {
    /** What a wrong guess leaves behind. */
    private static final Set<String> COUNTED =
            Set.of("guard.attempt-failed", "guard.cap-reached", "guard.nobody-guessed");

    private static TestServer server;
    private static Ada ada;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        ada = Ada.registered(server);
        ada.enrolTotp();
        String secret = ada.enrolLookup().getFirst();
        assertThat(ada.login().status()).isEqualTo(200);
        assertThat(ada.lookup(ada.begin("login", "?aal=aal2"), secret).status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void registrationTellsOrRefuses() {
        refuses(
                new Ada(server),
                "registration",
                "",
                List.of(
                        "{\"method\":@}",
                        "{\"method\":\"nothing\",\"password\":@}",
                        "{\"method\":\"password\",\"password\":@,\"traits\":{}}",
                        "{\"method\":\"password\",\"password\":\"long enough\",\"traits\":@}",
                        "{\"method\":\"password\",\"password\":\"long enough 7\",\"traits\":{\"email\":@}}"));
    }

    @Test
    void loginTellsOrRefuses() {
        refuses(
                new Ada(server),
                "login",
                "",
                List.of(
                        "{\"method\":@}",
                        "{\"method\":\"nothing\",\"identifier\":@}",
                        "{\"method\":\"password\",\"identifier\":@,\"password\":\"x\"}",
                        "{\"method\":\"password\",\"identifier\":\"n@example.org\",\"password\":@}",
                        "{\"method\":\"password\",\"password_identifier\":@,\"password\":\"x\"}",
                        "{\"identifier\":@}",
                        "{\"method\":\"totp\",\"totp_code\":@}"));
    }

    @Test
    void secondFactorsTellOrRefuse() {
        refuses(
                ada,
                "login",
                "?refresh=true&aal=aal2",
                List.of(
                        "{\"method\":@}",
                        "{\"method\":\"totp\",\"totp_code\":@}",
                        "{\"totp_code\":@}",
                        "{\"method\":\"lookup_secret\",\"lookup_secret\":@}",
                        "{\"lookup_secret\":@}"));
    }

    @Test
    void settingsTellOrRefuse() {
        refuses(
                Ada.registered(server),
                "settings",
                "",
                List.of(
                        "{\"method\":@}",
                        "{\"method\":\"password\",\"password\":@}",
                        "{\"method\":\"totp\",\"totp_code\":@}",
                        "{\"method\":\"totp\",\"totp_unlink\":@}",
                        "{\"method\":\"profile\",\"traits\":@}",
                        "{\"method\":\"profile\",\"traits\":{\"email\":@}}"));
    }

    /** What is asked for by a button is done for "true" alone. */
    @Test
    void buttonsOfSettingsAreNotPressedByAnythingElse() {
        List<String> forms = new ArrayList<>();
        for (String name : List.of("reveal", "regenerate", "confirm", "disable")) {
            forms.add("{\"method\":\"lookup_secret\",\"lookup_secret_" + name + "\":@}");
        }
        refuses(
                ada,
                "settings",
                "",
                forms,
                List.of("1", "1.5", "null", "[true]", "{}", "\"\"", "\"TRUE\""));
    }

    /** Contract clause 3.3: where an app is linked, all but unlinking succeeds without a change. */
    @Test
    void aLinkedAppIsKeptWhateverIsSent() {
        String flow = ada.begin("settings", "");
        long before = server.bean(EventLog.class).position();
        for (String value : List.of("1", "null", "[true]", "{}", "\"\"", "\"TRUE\"")) {
            String json = "{\"method\":\"totp\",\"totp_unlink\":" + value + "}";
            assertThat(ada.submit("settings", flow, json).status()).as(json).isEqualTo(200);
        }
        assertThat(server.bean(EventLog.class).position()).isEqualTo(before);
    }

    private static void refuses(Ada who, String kind, String query, List<String> forms) {
        refuses(who, kind, query, forms, Refusals.values());
    }

    private static void refuses(
            Ada who, String kind, String query, List<String> forms, List<String> values) {
        String flow = who.begin(kind, query);
        long before = server.bean(EventLog.class).position();
        for (String form : forms) {
            for (String value : values) {
                String json = form.replace("@", value);
                Answer answer = who.submit(kind, flow, json);
                Refusals.isErrorOrForm(kind + " " + json, answer);
            }
        }
        assertThat(written(before)).allMatch(COUNTED::contains);
    }

    private static List<String> written(long after) {
        Answer answer = server.http().admin("GET", "/admin/audit/events?after=" + after, "");
        return answer.json().path("events").valueStream().map(WrongTypesTest::type).toList();
    }

    private static String type(JsonNode event) {
        return event.path("type").asString("");
    }
}
