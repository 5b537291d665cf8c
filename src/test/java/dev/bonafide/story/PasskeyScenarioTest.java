package dev.bonafide.story;

import static dev.bonafide.story.Keys.bound;
import static dev.bonafide.story.Keys.login;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.fido.SoftAuthenticator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Passkeys over HTTP, with an authenticator of our own. */
class PasskeyScenarioTest {
    private static final String CHALLENGE = "passkey_challenge";
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = Keys.server();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void somebodyRegistersWithAPasskeyAndLogsInWithoutTypingAName() {
        Ada ada = new Ada(server);
        Answer form = ada.init("registration", "");
        ada.submit(
                "registration",
                form.at("id"),
                "{\"method\":\"profile\",\"traits\":{\"email\":\"%s\"}}".formatted(ada.email()));
        Answer second =
                server.http().get("/self-service/registration/flows?id=" + form.at("id"), Map.of());
        SoftAuthenticator key = Keys.owned(second, "passkey_create_data");
        String answer = key.create(Keys.asked(second, "passkey_create_data"));
        Answer done =
                ada.submit(
                        "registration",
                        form.at("id"),
                        Keys.json(Map.of("method", "passkey", "passkey_register", answer)));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.proofs("session")).containsExactly("passkey/aal1");
        Ada later = new Ada(server);
        Answer login = later.init("login", "");
        assertThat(Keys.options(login, CHALLENGE).has("allowCredentials")).isFalse();
        Answer in = login(later, login, key.get(Keys.asked(login, CHALLENGE)));
        assertThat(in.status()).as(in.body()).isEqualTo(200);
        assertThat(in.at("session.identity.id")).isEqualTo(done.at("identity.id"));
        assertThat(in.proofs("session")).containsExactly("passkey/aal1");
    }

    @Test
    void apiFormsHaveNamesOfFunctionsAndNoScript() {
        Answer login = new Ada(server).init("login", "");
        assertThat(login.nodes())
                .contains("passkey_login_trigger", "passkey_login", CHALLENGE)
                .doesNotContain("webauthn_script");
        assertThat(login.body())
                .contains("\"onclickTrigger\":\"oryPasskeyLogin\"")
                .contains("\"onloadTrigger\":\"oryPasskeyLoginAutocompleteInit\"")
                .doesNotContain("window.");
    }

    @Test
    void theHandleIsRandomAndSaysNothingOfAnybody() {
        Ada ada = Ada.registered(server);
        byte[] handle = Keys.owned(ada.init("settings", ""), "passkey_create_data").userHandle();
        assertThat(handle).hasSize(64);
        assertThat(new String(handle, StandardCharsets.ISO_8859_1))
                .doesNotContain("ada", "example");
        SoftAuthenticator first = bound(ada);
        assertThat(Keys.owned(ada.init("settings", ""), "passkey_create_data").userHandle())
                .isEqualTo(first.userHandle());
    }

    @Test
    void aRefreshAsksForOnesOwnKeysAndAddsAProof() {
        Ada ada = Ada.registered(server);
        SoftAuthenticator key = bound(ada);
        Answer refresh = ada.init("login", "?refresh=true");
        assertThat(Keys.options(refresh, CHALLENGE).path("allowCredentials").toString())
                .contains(key.id());
        Answer done = login(ada, refresh, key.get(Keys.asked(refresh, CHALLENGE)));
        assertThat(done.proofs("session"))
                .containsExactly("password/aal1", "passkey/aal1", "passkey/aal1");
    }

    @Test
    void aRemovedKeyOpensNothingAndTheLastWayInStays() {
        Ada ada = Ada.registered(server);
        SoftAuthenticator key = bound(ada);
        Answer form = ada.init("settings", "");
        String hex = Keys.value(form, "passkey_remove");
        assertThat(ada.change(Keys.json(Map.of("passkey_remove", hex))).status()).isEqualTo(200);
        Ada client = new Ada(server);
        Answer login = client.init("login", "");
        assertThat(login(client, login, key.get(Keys.asked(login, CHALLENGE))).says(4000043))
                .isTrue();
        Answer again = ada.change(Keys.json(Map.of("passkey_remove", hex)));
        assertThat(again.says(4000001)).isTrue();
    }

    /** Issue 5: what was brought along logs in. */
    @Test
    void anImportedPasskeyLogsIn() {
        SoftAuthenticator key = new SoftAuthenticator().of(new byte[] {7, 7, 7, 7});
        Answer created =
                server.http()
                        .admin(
                                "POST",
                                "/admin/identities",
                                """
                                {"traits": {"email": "%s"}, "credentials": {"passkey": {"config":
                                  {"user_handle": "BwcHBw==", "credentials": [
                                    {"id": "%s", "public_key": "%s"}]}}}}
                                """
                                        .formatted(
                                                new Ada(server).email(),
                                                key.id(),
                                                Base64.getEncoder().encodeToString(key.cose())));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        Ada client = new Ada(server);
        Answer form = client.init("login", "");
        Answer in = login(client, form, key.get(Keys.asked(form, CHALLENGE)));
        assertThat(in.status()).as(in.body()).isEqualTo(200);
        assertThat(in.at("session.identity.id")).isEqualTo(created.at("id"));
    }
}
