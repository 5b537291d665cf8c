package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.fido.SoftAuthenticator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A security key that an administrator brought along, in its owner's hand. */
class ImportedKeyTest {
    private static final String LOGIN = "webauthn_login_trigger";

    @Test
    void liftsItsOwnersSessionAndNobodyElses() {
        try (TestServer server = Keys.server()) {
            SoftAuthenticator key = new SoftAuthenticator();
            Ada ada = created(server, key);
            Browser browser = loggedIn(server, ada);
            assertThat(browser.whoami().status()).isEqualTo(403);
            String flow = browser.begin("login", "?aal=aal2");
            String strangers = new SoftAuthenticator().get(Keys.asked(form(browser, flow), LOGIN));
            browser.submit("login", flow, Map.of("webauthn_login", strangers));
            assertThat(browser.whoami().status()).isEqualTo(403);
            String own = key.get(Keys.asked(form(browser, flow), LOGIN));
            browser.submit("login", flow, Map.of("webauthn_login", own));
            assertThat(browser.whoami().proofs(""))
                    .containsExactly("password/aal1", "webauthn/aal2");
        }
    }

    private static Ada created(TestServer server, SoftAuthenticator key) {
        Ada ada = new Ada(server);
        String wanted =
                """
                {"traits": {"email": "%s"}, "credentials": {
                  "password": {"config": {"password": "%s"}},
                  "webauthn": {"config": {"user_handle": "BwcHBw==", "credentials": [
                    {"id": "%s", "public_key": "%s", "is_passwordless": false}]}}}}
                """
                        .formatted(
                                ada.email(),
                                Ada.PASSWORD,
                                key.id(),
                                Base64.getEncoder().encodeToString(key.cose()));
        Answer created = server.http().admin("POST", "/admin/identities", wanted);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return ada;
    }

    private static Browser loggedIn(TestServer server, Ada ada) {
        Browser browser = new Browser(server);
        browser.submit(
                "login",
                browser.begin("login", ""),
                Map.of("method", "password", "identifier", ada.email(), "password", Ada.PASSWORD));
        return browser;
    }

    private static Answer form(Browser browser, String flow) {
        return browser.flow("login", flow);
    }
}
