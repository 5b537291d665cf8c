package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** People who come from elsewhere with what they had there. */
class ImportScenarioTest {
    /** Of every hash in the file. */
    private static final String PASSWORD = "Tr0ub4dor & 3-é";

    private static final String KEY = "12345678901234567890123456789012";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<String> hashes() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/passwords/imported.txt"));
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void theOldPasswordLogsInAndIsHashedAnewOnce(String hash) {
        Ada ada = new Ada(server);
        Answer created = create(ada, hashed(hash));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).doesNotContain(hash);
        assertThat(typed(ada, PASSWORD + "x").status()).isEqualTo(400);
        assertThat(typed(ada, PASSWORD).status()).isEqualTo(200);
        assertThat(typed(ada, PASSWORD).status()).isEqualTo(200);
        assertThat(trail(created.at("id")))
                .contains("password.imported")
                .containsOnlyOnce("password.rehashed");
    }

    @Test
    void anUnusableHashIsRefusedWithTheReasonAndNobodyIsCreated() {
        Ada ada = new Ada(server);
        Answer refused = create(ada, hashed("$scrypt$ln=14,r=8,p=1$AQID$AQIDBAUGBwgJCgsMDQ4PEA=="));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("error.reason")).contains("hashed_password").contains("power of two");
        assertThat(create(ada, hashed("{SSHA}6IFQuqSeAwOmNrQlO1e8HI5awhcBAgMEBQYHCA==")).status())
                .isEqualTo(201);
    }

    @Test
    void factorsThatWereBroughtAlongLiftASessionAndNeverComeOutAgain() {
        Ada ada = new Ada(server);
        Answer created = create(ada, factors());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(ada.login().status()).isEqualTo(200);
        assertThat(ada.lookup(ada.begin("login", "?aal=aal2"), "used0001").status()).isEqualTo(400);
        server.clock().forward(Duration.ofMinutes(10));
        Answer lifted = ada.totp(ada.begin("login", "?aal=aal2"), code());
        assertThat(lifted.at("session.authenticator_assurance_level")).isEqualTo("aal2");
        assertThat(ada.lookup(ada.begin("login", "?aal=aal2&refresh=true"), "free0001").status())
                .isEqualTo(200);
        assertThat(trail(created.at("id"))).contains("totp.imported", "lookup.imported");
        assertThat(shown(created.at("id")))
                .doesNotContain(SECRET, "free0001", "used0001", "argon2");
    }

    private static String factors() {
        return """
        {"password": {"config": {"password": "%s"}},
         "totp": {"config": {"totp_url":
           "otpauth://totp/ada?algorithm=SHA256&digits=8&period=60&secret=%s"}},
         "lookup_secret": {"config": {"codes": [
           {"code": "used0001", "used_at": "2020-01-01T00:00:00Z"}, {"code": "free0001"}]}}}
        """
                .formatted(Ada.PASSWORD, SECRET);
    }

    private static String hashed(String hash) {
        return "{\"password\": {\"config\": {\"hashed_password\": \"" + hash + "\"}}}";
    }

    private static Answer create(Ada ada, String credentials) {
        return server.http()
                .admin(
                        "POST",
                        "/admin/identities",
                        """
                        {"schema_id": "default", "traits": {"email": "%s"}, "credentials": %s}
                        """
                                .formatted(ada.email(), credentials));
    }

    private static Answer typed(Ada ada, String password) {
        Ada client = new Ada(server);
        return client.submit(
                "login",
                client.begin("login", ""),
                """
                {"method":"password","identifier":"%s","password":"%s"}\
                """
                        .formatted(ada.email(), password));
    }

    private static List<String> trail(String identity) {
        Answer answer = server.http().admin("GET", "/admin/audit/events?identity=" + identity, "");
        return answer.json().path("events").valueStream().map(ImportScenarioTest::name).toList();
    }

    private static String name(JsonNode event) {
        return event.path("type").asString("");
    }

    /** Everything that an administrator can be shown of somebody. */
    private static String shown(String identity) {
        String all = "?include_credential=password&include_credential=totp";
        return server.http().admin("GET", "/admin/identities/" + identity, "").body()
                + server.http().admin("GET", "/admin/identities/" + identity + all, "").body();
    }

    private static String code() {
        try {
            return new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(60), 8, "HmacSHA256")
                    .generateOneTimePasswordString(
                            new SecretKeySpec(KEY.getBytes(StandardCharsets.US_ASCII), "RAW"),
                            server.clock().now(),
                            Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
