package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.config.Reload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server whose file is written anew while it runs. */
class ReloadScenarioTest {
    private final TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private void applied(String more) {
        assertThat(server.configure(more)).isInstanceOf(Reload.Applied.class);
    }

    private String metric() {
        return server.http()
                .admin("GET", "/metrics/prometheus", "")
                .body()
                .replaceAll("(?s).*\nbonafide_config_behind ([0-9.]+).*", "$1");
    }

    @Test
    void whatAFileChangesHoldsForTheNextRequest() {
        Ada ada = Ada.registered(server);
        assertThat(ada.enrolTotp()).isNotEmpty();
        Ada there = ada.elsewhere();
        assertThat(there.whoami().status()).isEqualTo(403);
        applied("session: {whoami: {required_aal: aal1}}");
        assertThat(there.whoami().status()).isEqualTo(200);
        applied("{}");
        assertThat(there.whoami().status()).isEqualTo(403);
    }

    @Test
    void aMethodThatIsSwitchedOffIsNotOfferedAnyMore() {
        Ada ada = Ada.registered(server);
        assertThat(ada.enrolTotp()).isNotEmpty();
        applied("selfservice: {methods: {totp: {enabled: false}}}");
        assertThat(ada.elsewhere().whoami().status()).isEqualTo(200);
    }

    @Test
    void registrationCanBeClosed() {
        applied("selfservice: {flows: {registration: {enabled: false}}}");
        assertThat(new Ada(server).init("registration", "").status()).isEqualTo(400);
        applied("selfservice: {flows: {registration: {after: {password: {hooks: []}}}}}");
        Answer registered = new Ada(server).register();
        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.json().has("session_token")).isFalse();
    }

    @Test
    void aBadFileChangesNothingAndShows() {
        assertThat(metric()).isEqualTo("0.0");
        Reload bad =
                server.configure(
                        "selfservice: {flows: {registration: {enabled: false}}, methods: {totp: {enabled: maybe}}}");
        assertThat(bad)
                .isInstanceOfSatisfying(
                        Reload.Kept.class,
                        kept ->
                                assertThat(kept.problems())
                                        .singleElement()
                                        .asString()
                                        .startsWith(
                                                "selfservice.methods.totp.enabled: \"maybe\" is refused; allowed: true or false"));
        assertThat(new Ada(server).register().status()).isEqualTo(200);
        assertThat(metric()).isEqualTo("1.0");
        assertThat(server.configure("{}")).isEqualTo(new Reload.Unchanged());
        assertThat(metric()).isEqualTo("0.0");
    }

    @Test
    void whatListensAlreadyNeedsARestart() {
        Reload other =
                server.configure(
                        "serve: {public: {base_url: 'https://id.example/'}}\nsession: {lifespan: 1h}");
        assertThat(other)
                .isInstanceOfSatisfying(
                        Reload.Kept.class,
                        kept ->
                                assertThat(kept.problems())
                                        .containsExactly(
                                                "serve.public.base_url: has changed, which needs a restart"));
    }
}
