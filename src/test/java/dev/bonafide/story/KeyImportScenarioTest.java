package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.fido.SoftAuthenticator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that people bring along from elsewhere, by administrators. */
class KeyImportScenarioTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webauthn", "passkey"})
    void aKeyIsKeptAsImportedAndNeverComesOutAgain(String type) {
        SoftAuthenticator key = new SoftAuthenticator();
        Answer created = create(type, key, true);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        String id = created.at("id");
        assertThat(trail(id)).contains(type + ".imported");
        Answer shown =
                server.http()
                        .admin(
                                "GET",
                                "/admin/identities/" + id + "?include_credential=" + type,
                                "");
        assertThat(shown.at("credentials." + type + ".type")).isEqualTo(type);
        assertThat(created.body() + shown.body())
                .doesNotContain(key.id(), text(key.cose()), "BwcHBw");
    }

    @Test
    void aCredentialIdBelongsToOneOfAllIdentitiesWhateverTheMethod() {
        SoftAuthenticator key = new SoftAuthenticator();
        Answer first = create("webauthn", key, false);
        assertThat(first.status()).isEqualTo(201);
        assertThat(create("webauthn", key, false).status()).isEqualTo(409);
        assertThat(create("passkey", key, true).status()).isEqualTo(409);
        String path = "/admin/identities/" + first.at("id") + "/credentials/webauthn";
        assertThat(server.http().admin("DELETE", path, "").status()).isEqualTo(204);
        assertThat(create("passkey", key, true).status()).isEqualTo(201);
    }

    @Test
    void administratorsTakeSecondFactorsAndLeaveAWayIn() {
        Answer first = create("webauthn", new SoftAuthenticator(), true);
        String path = "/admin/identities/" + first.at("id") + "/credentials/webauthn";
        assertThat(server.http().admin("DELETE", path, "").status()).isEqualTo(404);
    }

    @Test
    void anErasedIdentityGivesItsKeyFree() {
        SoftAuthenticator key = new SoftAuthenticator();
        Answer first = create("passkey", key, true);
        String path = "/admin/identities/" + first.at("id");
        assertThat(server.http().admin("DELETE", path, "").status()).isEqualTo(204);
        assertThat(create("passkey", key, true).status()).isEqualTo(201);
    }

    @Test
    void whatCanNotBeUsedIsAClear400AndNobodyIsCreated() {
        Answer refused = create("webauthn", "\"id\": \"AQ\", \"public_key\": \"AQID\"", "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("error.reason"))
                .startsWith("credentials.webauthn.config.credentials[0].public_key is no COSE key");
    }

    private static Answer create(String type, SoftAuthenticator key, boolean passwordless) {
        return create(
                type,
                "\"id\": \"%s\", \"public_key\": \"%s\", \"is_passwordless\": %s"
                        .formatted(key.id(), text(key.cose()), passwordless),
                "\"user_handle\": \"BwcHBw==\", ");
    }

    private static Answer create(String type, String key, String handle) {
        return server.http()
                .admin(
                        "POST",
                        "/admin/identities",
                        """
                        {"traits": {"email": "%s"}, "credentials":
                          {"%s": {"config": {%s"credentials": [{%s}]}}}}
                        """
                                .formatted(new Ada(server).email(), type, handle, key));
    }

    private static List<String> trail(String identity) {
        Answer answer = server.http().admin("GET", "/admin/audit/events?identity=" + identity, "");
        return answer.json()
                .path("events")
                .valueStream()
                .map(event -> event.path("type").asString(""))
                .toList();
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
