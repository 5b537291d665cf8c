package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators do with the sessions of people (clause 6.3 of the behavioural contract). */
class AdminSessionScenarioTest {
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theSessionsOfAnIdentityAreListedAndEndedAtOnce() {
        Ada ada = Ada.registered(server);
        server.clock().forward(Duration.ofSeconds(1));
        Ada there = ada.elsewhere();
        String path = "/admin/identities/" + ada.whoami().at("identity.id") + "/sessions";
        Answer all = server.http().admin("GET", path + "?active=true", "");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.json().size()).isEqualTo(2);
        assertThat(all.at("0.id")).isEqualTo(there.whoami().at("id"));
        assertThat(all.json().path(0).path("devices").size()).isEqualTo(1);
        assertThat(all.at("0.identity.traits.email")).isEqualTo(ada.email());
        assertThat(all.json().path(0).path("identity").has("credentials")).isFalse();
        assertThat(server.http().admin("DELETE", path, "").status()).isEqualTo(204);
        assertThat(ada.whoami().status()).isEqualTo(401);
        assertThat(there.whoami().status()).isEqualTo(401);
        assertThat(server.http().admin("GET", path + "?active=true", "").json().size()).isZero();
        assertThat(server.http().admin("GET", path + "?active=false", "").json().size())
                .isEqualTo(2);
    }

    @Test
    void whoNeverHadASessionHasNoneToEnd() {
        String path = "/admin/identities/5c1f5b7e-1111-4222-8333-444455556666/sessions";
        assertThat(server.http().admin("DELETE", path, "").status()).isEqualTo(404);
        assertThat(server.http().admin("GET", path, "").json().size()).isZero();
    }

    @Test
    void extendingMovesTheEndAndRevivesNothing() {
        Ada ada = Ada.registered(server);
        Answer before = ada.whoami();
        String path = "/admin/sessions/" + before.at("id") + "/extend";
        server.clock().forward(Duration.ofHours(1));
        Answer extended = server.http().admin("PATCH", path, "");
        assertThat(extended.status()).isEqualTo(200);
        assertThat(extended.at("expires_at")).isGreaterThan(before.at("expires_at"));
        assertThat(ada.whoami().at("expires_at")).isEqualTo(extended.at("expires_at"));
        server.clock().forward(Duration.ofHours(25));
        assertThat(server.http().admin("PATCH", path, "").status()).isEqualTo(404);
        assertThat(ada.whoami().status()).isEqualTo(401);
    }

    @Test
    void manySessionsAreEndedInOneCall() {
        Ada ada = Ada.registered(server);
        Ada there = ada.elsewhere();
        Answer one = manage("{\"action\":\"disable\",\"sessions\":[\"%s\"]}", ada);
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.at("processed")).isEqualTo("1");
        assertThat(one.json().path("more").asBoolean()).isFalse();
        assertThat(ada.whoami().status()).isEqualTo(401);
        Answer all = manage("{\"action\":\"delete\",\"identities\":[\"*\"]}", there);
        assertThat(all.at("processed")).isEqualTo("1");
        assertThat(there.whoami().status()).isEqualTo(401);
    }

    @Test
    void whatIsToBeEndedMustBeSaidOnce() {
        Ada ada = Ada.registered(server);
        assertThat(manage("{\"action\":\"disable\"}", ada).status()).isEqualTo(400);
        assertThat(manage("{\"action\":\"end\",\"sessions\":[\"%s\"]}", ada).status())
                .isEqualTo(400);
        assertThat(manage("{\"action\":\"disable\",\"sessions\":[\"*\"]}", ada).status())
                .isEqualTo(400);
        assertThat(
                        manage(
                                        "{\"action\":\"disable\",\"sessions\":[\"%s\"],\"identities\":[\"*\"]}",
                                        ada)
                                .status())
                .isEqualTo(400);
        assertThat(ada.whoami().status()).isEqualTo(200);
    }

    private Answer manage(String body, Ada of) {
        String json = body.contains("%s") ? body.formatted(of.whoami().at("id")) : body;
        return server.http().admin("POST", "/admin/sessions", json);
    }
}
