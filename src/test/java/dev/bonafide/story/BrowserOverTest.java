package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Flows that are over, of another session, or none: each leads to a form that works. */
class BrowserOverTest {
    private static final String HOME = "http://localhost:4433/";
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
    void anExpiredFlowKeepsItsLevelAndWhatItIsFor() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        Browser browser = Browser.loggedIn(server, ada);
        String id = browser.begin("login", "?aal=aal2&refresh=true&return_to=" + HOME + "app");
        Map<String, String> filled =
                browser.filled("login", id, Map.of("method", "totp", "totp_code", "123456"));
        server.clock().forward(Duration.ofMinutes(61));
        Answer read = browser.flow("login", id);
        assertThat(read.status()).isEqualTo(410);
        assertThat(read.at("error.details.redirect_to"))
                .startsWith(HOME + "self-service/login/browser?return_to=");
        Answer led = browser.form(Browser.action("login", id), filled);
        Answer fresh = browser.flow("login", Browser.flowIn(led.place()));
        assertThat(fresh.at("requested_aal")).isEqualTo("aal2");
        assertThat(fresh.json().path("refresh").asBoolean()).isTrue();
        assertThat(fresh.at("return_to")).isEqualTo(HOME + "app");
        assertThat(fresh.says(4010001)).isTrue();
        Answer script = browser.json(Browser.action("login", id), filled);
        assertThat(script.status()).isEqualTo(410);
        assertThat(script.json().path("since").isIntegralNumber()).isTrue();
    }

    @Test
    void aFlowOfAnotherSessionOfTheSamePersonLeadsToAFreshOne() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolTotp();
        Browser browser = Browser.loggedIn(server, ada);
        String id = browser.begin("login", "?aal=aal2");
        Map<String, String> filled =
                browser.filled(
                        "login", id, Map.of("method", "totp", "totp_code", ada.nextCode(secret)));
        browser.forget(Browser.SESSION);
        browser.submit("login", browser.begin("login", ""), Browser.password(ada.email()));
        Answer led = browser.form(Browser.action("login", id), filled);
        String fresh = Browser.flowIn(led.place());
        assertThat(fresh).isNotEqualTo(id);
        assertThat(browser.flow("login", fresh).at("requested_aal")).isEqualTo("aal2");
    }

    @Test
    void aFlowThatIsNoneEndsAtTheErrorPage() {
        Browser browser = new Browser(server);
        String none = "00000000-0000-4000-8000-000000000000";
        assertThat(browser.form(Browser.action("login", none), Map.of()).place())
                .startsWith(HOME + "ui/error?id=");
        assertThat(browser.json(Browser.action("login", none), Map.of()).status()).isEqualTo(404);
        assertThat(browser.form("/self-service/login?flow=x", Map.of()).place())
                .startsWith(HOME + "ui/error?id=");
    }
}
