package dev.bonafide.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who uses an API client: registers, logs in, changes settings. Holds their newest token.
 */
final class Ada {
    static final String PASSWORD = "correct horse battery staple";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final TestServer server;
    private final String email;
    private String token = "";
    private @Nullable Browser browser;

    Ada(TestServer server) {
        this(server, "ada" + NUMBER.incrementAndGet() + "@example.org");
    }

    Ada(TestServer server, String email) {
        this.server = server;
        this.email = email;
    }

    /** The same person with the same token at another server. */
    Ada at(TestServer other) {
        Ada same = new Ada(other, email);
        same.token = token;
        return same;
    }

    /** The same person at a second client, logged in with the password. */
    Ada elsewhere() {
        Ada ada = new Ada(server, email);
        Answer answer = ada.login();
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return ada;
    }

    /** The same person's password in this flow, sent by a client that has no session. */
    Answer elsewhereWith(String flow) {
        return new Ada(server, email).password(flow);
    }

    /** A login flow of a client that has no session. */
    String elsewhereBegun() {
        return new Ada(server, email).begin("login", "");
    }

    /** Begins a flow, with whatever answer. */
    Answer init(String kind, String query) {
        return browser == null
                ? server.http().get("/self-service/" + kind + "/api" + query, headers())
                : browser.script("/self-service/" + kind + "/browser" + query);
    }

    /** The same person, by scripts in a browser of their own. */
    Ada inBrowser() {
        browser = new Browser(server);
        return this;
    }

    /** Submits to a new settings flow. */
    Answer change(String json) {
        return submit("settings", begin("settings", ""), json);
    }

    /** Proves a second factor with the code of this moment, in a new flow. */
    Answer stepUp(String secret) {
        return totp(begin("login", "?aal=aal2"), code(secret));
    }

    /** The code of the next step, which nobody can have used yet. */
    String nextCode(String secret) {
        server.clock().forward(Duration.ofSeconds(30));
        return code(secret);
    }

    /** Registers with a password and is logged in. */
    static Ada registered(TestServer server) {
        Ada ada = new Ada(server);
        Answer answer = ada.register();
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return ada;
    }

    String email() {
        return email;
    }

    String token() {
        return token;
    }

    Map<String, String> headers() {
        return token.isEmpty() ? Map.of() : Map.of("X-Session-Token", token);
    }

    Answer register() {
        String flow = begin("registration", "");
        Answer answer =
                submit(
                        "registration",
                        flow,
                        """
                        {"method":"password","password":"%s","traits":{"email":"%s"}}\
                        """
                                .formatted(PASSWORD, email));
        keep(answer);
        return answer;
    }

    /** Forgets the token and logs in anew. */
    Answer login() {
        token = "";
        browser = browser == null ? null : new Browser(server);
        return password(begin("login", ""));
    }

    Answer password(String flow) {
        return password(flow, PASSWORD);
    }

    Answer password(String flow, String typed) {
        Answer answer =
                submit(
                        "login",
                        flow,
                        """
                        {"method":"password","identifier":"%s","password":"%s"}\
                        """
                                .formatted(email, typed));
        keep(answer);
        return answer;
    }

    Answer lookup(String flow, String secret) {
        Answer answer =
                submit(
                        "login",
                        flow,
                        """
                        {"method":"lookup_secret","lookup_secret":"%s"}\
                        """
                                .formatted(secret));
        keep(answer);
        return answer;
    }

    Answer totp(String flow, String code) {
        Answer answer =
                submit(
                        "login",
                        flow,
                        """
                        {"method":"totp","totp_code":"%s"}\
                        """
                                .formatted(code));
        keep(answer);
        return answer;
    }

    /** Begins a flow, which must work, and returns its id. */
    String begin(String kind, String query) {
        Answer answer = init(kind, query);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.at("id");
    }

    Answer submit(String kind, String flow, String json) {
        return browser == null
                ? server.http().post(Browser.action(kind, flow), headers(), json)
                : browser.send(kind, flow, json);
    }

    Answer whoami() {
        return browser == null
                ? server.http().get("/sessions/whoami", headers())
                : browser.whoami();
    }

    /** Enrols an authenticator app and returns its secret. */
    String enrolTotp() {
        Answer flow = init("settings", "");
        String secret = flow.totpSecret();
        Answer linked =
                submit(
                        "settings",
                        flow.at("id"),
                        """
                        {"method":"totp","totp_code":"%s"}\
                        """
                                .formatted(code(secret)));
        if (linked.status() != 200) {
            throw new AssertionError(linked.body());
        }
        return secret;
    }

    /** Makes and confirms lookup secrets. */
    List<String> enrolLookup() {
        String flow = begin("settings", "");
        Answer shown =
                submit(
                        "settings",
                        flow,
                        """
                        {"method":"lookup_secret","lookup_secret_regenerate":true}\
                        """);
        List<String> secrets = shown.lookupSecrets();
        Answer confirmed =
                submit(
                        "settings",
                        flow,
                        """
                        {"method":"lookup_secret","lookup_secret_confirm":true}\
                        """);
        if (confirmed.status() != 200) {
            throw new AssertionError(confirmed.body());
        }
        return secrets;
    }

    String code(String secret) {
        return AuthenticatorApp.code(secret, server.clock().now());
    }

    private void keep(Answer answer) {
        String given = answer.at("session_token");
        if (!given.isEmpty()) {
            token = given;
        }
    }
}
