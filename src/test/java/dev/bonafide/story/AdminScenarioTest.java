package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The admin listener: scenarios 64 and 65 of the behavioural contract. */
class AdminScenarioTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Scenario 64. */
    @Test
    void theListOfSessionsShowsWhatIsAskedFor() {
        Ada ada = Ada.registered(server);
        server.clock().forward(Duration.ofSeconds(1));
        Ada there = ada.elsewhere();
        Answer page = server.http().admin("GET", "/admin/sessions?page_size=1", "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.at("0.id")).isEqualTo(there.whoami().at("id"));
        assertThat(page.json().path(0).path("identity").isNull()).isTrue();
        assertThat(String.join(",", page.headers().allValues("Link"))).contains("rel=\"next\"");
        String expanded = "/admin/sessions?page_size=1&expand=identity";
        Answer whole = server.http().admin("GET", expanded, "");
        assertThat(whole.at("0.identity.traits.email")).isEqualTo(ada.email());
        assertThat(whole.json().path(0).path("identity").has("metadata_admin")).isTrue();
        assertThat(server.http().admin("GET", "/admin/sessions?expand=all", "").status())
                .isEqualTo(400);
    }

    /** Scenario 65, safer: the sessions of somebody who was put out of service stay ended. */
    @Test
    void anInactiveIdentityIsOutAtOnceAndComesBackWithoutItsSessions() {
        Ada ada = Ada.registered(server);
        String identity = ada.whoami().at("identity.id");
        assertThat(state(identity, "inactive").status()).isEqualTo(200);
        assertThat(ada.whoami().status()).isEqualTo(401);
        Answer refused = ada.elsewhereWith(new Ada(server).begin("login", ""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.form()).isTrue();
        assertThat(refused.says(4010011)).isTrue();
        assertThat(state(identity, "active").status()).isEqualTo(200);
        assertThat(ada.whoami().status()).isEqualTo(401);
        assertThat(ada.elsewhere().whoami().status()).isEqualTo(200);
    }

    private static Answer state(String identity, String state) {
        return server.http()
                .admin(
                        "PATCH",
                        "/admin/identities/" + identity,
                        """
                        [{"op":"replace","path":"/state","value":"%s"}]\
                        """
                                .formatted(state));
    }
}
