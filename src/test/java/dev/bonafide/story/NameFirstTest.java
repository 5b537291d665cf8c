package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logins that ask for the identifier first (contract clauses 2.4 and 2.8). */
class NameFirstTest {
    private static final String HOME = "http://localhost:4433/";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = NameFirst.server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void asksForTheIdentifierAndThenForWhatProves() {
        Ada ada = Ada.registered(server);
        Ada client = new Ada(server, ada.email());
        Answer first = client.init("login", "");
        assertThat(first.nodes())
                .containsExactly(
                        "identifier", "method", "csrf_token", "passkey_login", "passkey_challenge");
        assertThat(first.json().has("active")).isFalse();
        Answer second = client.submit("login", first.at("id"), NameFirst.json(ada.email()));
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.at("active")).isEqualTo("identifier_first");
        assertThat(second.json().path("ui").has("messages")).isFalse();
        assertThat(second.nodes())
                .containsExactly(
                        "identifier",
                        "csrf_token",
                        "passkey_login_trigger",
                        "passkey_login",
                        "passkey_challenge",
                        "password",
                        "method");
        assertThat(second.at("ui.nodes.0.attributes.type")).isEqualTo("hidden");
        assertThat(second.value("identifier")).isEqualTo(ada.email());
        assertThat(client.password(first.at("id"), "wrong").says(4000006)).isTrue();
        assertThat(client.password(first.at("id")).proofs("session"))
                .containsExactly("password/aal1");
    }

    @Test
    void takesBothAtOnceToo() {
        Ada ada = Ada.registered(server);
        assertThat(new Ada(server, ada.email()).login().status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordKeepsTheSecondStep() {
        Ada ada = Ada.registered(server);
        Ada client = new Ada(server, ada.email());
        String flow = client.begin("login", "");
        client.submit("login", flow, NameFirst.json(ada.email()));
        Answer wrong = client.password(flow, "wrong");
        assertThat(wrong.at("active")).isEqualTo("identifier_first");
        assertThat(wrong.value("identifier")).isEqualTo(ada.email());
        assertThat(wrong.nodes()).contains("password");
        Answer none = client.submit("login", flow, "{\"method\":\"password\"}");
        assertThat(none.messagesAt("password")).containsExactly(4000002);
        assertThat(none.value("identifier")).isEqualTo(ada.email());
    }

    @Test
    void anotherNameMayBeGivenInstead() {
        Ada client = Ada.registered(server);
        Ada stranger = new Ada(server);
        String flow = stranger.begin("login", "");
        stranger.submit("login", flow, NameFirst.json("x@example.org"));
        Answer again = stranger.submit("login", flow, NameFirst.json(client.email()));
        assertThat(again.value("identifier")).isEqualTo(client.email());
        assertThat(again.nodes()).contains("password");
    }

    @Test
    void anEmptyNameIsToldAtItsField() {
        Ada nobody = new Ada(server);
        String flow = nobody.begin("login", "");
        for (String json :
                new String[] {
                    NameFirst.json(""),
                    NameFirst.json(" "),
                    "{\"method\":\"identifier_first\"}",
                    "{\"method\":\"identifier_first\",\"identifier\":[\"x\"]}"
                }) {
            Answer told = nobody.submit("login", flow, json);
            assertThat(told.status()).isEqualTo(400);
            assertThat(told.messagesAt("identifier")).as(json).containsExactly(4000037);
            assertThat(told.at("ui.nodes.0.attributes.type")).isEqualTo("text");
        }
    }

    @Test
    void pagesGoThroughBothStepsAndBackToWhereTheyCameFrom() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String flow = browser.begin("login", "?return_to=" + HOME + "app");
        Answer step = browser.submit("login", flow, NameFirst.name(ada.email()));
        assertThat(step.status()).isEqualTo(303);
        assertThat(step.place()).isEqualTo(HOME + "ui/login?flow=" + flow);
        assertThat(browser.flow("login", flow).at("ui.nodes.0.attributes.type"))
                .isEqualTo("hidden");
        Answer done = browser.submit("login", flow, Browser.password(ada.email()));
        assertThat(done.place()).isEqualTo(HOME + "app");
        assertThat(browser.whoami().status()).isEqualTo(200);
    }

    @Test
    void whatIsOverBeginsWithTheFirstStep() {
        Ada ada = Ada.registered(server);
        Browser browser = new Browser(server);
        String flow = browser.begin("login", "?return_to=" + HOME + "app");
        browser.submit("login", flow, NameFirst.name(ada.email()));
        Map<String, String> filled = browser.filled("login", flow, NameFirst.name(ada.email()));
        server.clock().forward(Duration.ofHours(2));
        Answer late = browser.json(Browser.action("login", flow), filled);
        assertThat(late.status()).isEqualTo(410);
        Answer fresh = browser.flow("login", late.at("use_flow_id"));
        assertThat(fresh.at("return_to")).isEqualTo(HOME + "app");
        assertThat(fresh.at("ui.nodes.0.attributes.type")).isEqualTo("text");
        assertThat(fresh.value("identifier")).isEmpty();
    }

    @Test
    void aUsedFlowTakesNoName() {
        Ada ada = Ada.registered(server);
        Ada client = new Ada(server, ada.email());
        String flow = client.begin("login", "");
        client.password(flow);
        Answer used = new Ada(server).submit("login", flow, NameFirst.json(ada.email()));
        assertThat(used.status()).isEqualTo(410);
        assertThat(used.at("use_flow_id")).isNotEmpty();
    }

    @Test
    void aForeignBrowserGivesNoName() {
        Browser browser = new Browser(server);
        String flow = browser.begin("login", "");
        Map<String, String> filled = browser.filled("login", flow, NameFirst.name("x@example.org"));
        Answer foreign = new Browser(server).json(Browser.action("login", flow), filled);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(browser.flow("login", flow).at("ui.nodes.0.attributes.type")).isEqualTo("text");
    }

    @Test
    void refreshAndSecondFactorAskForNoName() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Answer refresh = ada.init("login", "?refresh=true&aal=aal1");
        assertThat(refresh.at("ui.nodes.0.attributes.name")).isEqualTo("csrf_token");
        assertThat(refresh.nodes()).contains("password");
        Answer refused = ada.submit("login", refresh.at("id"), NameFirst.json(ada.email()));
        assertThat(refused.says(4010002)).isTrue();
        assertThat(ada.password(refresh.at("id")).status()).isEqualTo(200);
        server.clock().forward(Duration.ofSeconds(30));
        Ada elsewhere = ada.elsewhere();
        assertThat(elsewhere.init("login", "?aal=aal2").nodes())
                .containsExactly("csrf_token", "totp_code", "method");
        assertThat(elsewhere.stepUp(secret).status()).isEqualTo(200);
    }

    @Test
    void theOtherStyleKnowsNoSuchStep() {
        try (TestServer unified = TestServer.start()) {
            Ada nobody = new Ada(unified);
            String flow = nobody.begin("login", "");
            Answer told = nobody.submit("login", flow, NameFirst.json("x@example.org"));
            assertThat(told.says(4010002)).isTrue();
            assertThat(told.json().has("active")).isFalse();
        }
    }
}
