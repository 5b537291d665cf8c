package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README's story: register, enrol, log in, be told that aal2 is required, step up. */
class StepUpStoryTest {
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
    void endsAtAal2WithPasswordLookupSecretPassword() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        List<String> secrets = ada.enrolLookup();
        assertThat(secrets).hasSize(12).allMatch(secret -> secret.matches("[a-z0-9]{8}"));

        assertThat(ada.login().at("session.authenticator_assurance_level")).isEqualTo("aal1");
        Answer refused = ada.whoami();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("error.id")).isEqualTo("session_aal2_required");
        assertThat(refused.at("redirect_browser_to"))
                .endsWith("/self-service/login/browser?aal=aal2");

        Answer stepped = ada.lookup(ada.begin("login", "?aal=aal2"), secrets.getFirst());
        assertThat(stepped.at("session.authenticator_assurance_level")).isEqualTo("aal2");
        assertThat(ada.password(ada.begin("login", "?refresh=true&aal=aal1")).status())
                .isEqualTo(200);

        Answer whoami = ada.whoami();
        assertThat(whoami.status()).isEqualTo(200);
        assertThat(whoami.at("authenticator_assurance_level")).isEqualTo("aal2");
        assertThat(methods(whoami)).containsExactly("password", "lookup_secret", "password");
    }

    private static List<String> methods(Answer session) {
        return session.json()
                .path("authentication_methods")
                .valueStream()
                .map(entry -> entry.path("method").asString(""))
                .toList();
    }
}
