package dev.bonafide.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.EventLog;
import dev.bonafide.log.LogVerifier;
import dev.bonafide.log.Projections;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is left of somebody whom an administrator erased; and what was never there in clear. */
class ErasureTest {
    @TempDir private static Path folder;
    private static TestServer server;
    private static Ada ada;
    private static String identity;
    private static Answer erased;
    private static final List<String> SECRETS = new ArrayList<>();

    @BeforeAll
    static void play() {
        server = TestServer.start("sqlite://" + folder.resolve("store.db"), "");
        ada = Ada.registered(server);
        remember(Ada.PASSWORD, ada.email(), ada.token(), ada.enrolTotp());
        List<String> codes = ada.enrolLookup();
        codes.forEach(ErasureTest::remember);
        regenerated().lookupSecrets().forEach(ErasureTest::remember);
        assertThat(ada.password(ada.begin("login", "?refresh=true"), "tried in vain").status())
                .isEqualTo(400);
        remember("tried in vain");
        assertThat(ada.login().status()).isEqualTo(200);
        remember(ada.token());
        Answer stepped = ada.lookup(ada.begin("login", "?aal=aal2"), codes.getFirst());
        identity = stepped.at("session.identity.id");
        remember(ada.token());
        erased = erase();
    }

    private static Answer erase() {
        assertThat(trail()).anyMatch(event -> event.path("client").has("ip_address"));
        Answer answer = server.http().admin("DELETE", "/admin/identities/" + identity, "");
        assertThat(answer.status()).isEqualTo(204);
        Projections projections = server.bean(Projections.class);
        long position = server.bean(EventLog.class).position();
        assertThat(projections.await("erasure-1", position, Duration.ofSeconds(10))).isTrue();
        return answer;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void saysThatBackupsMayStillHoldTheKey() {
        assertThat(erased.header("Bonafide-Notice")).contains("backups");
        assertThat(erased.header("Bonafide-Log-Position")).isNotEmpty();
    }

    @Test
    void endsSessionsAndForgetsThePerson() {
        assertThat(ada.whoami().status()).isEqualTo(401);
        String address = "/admin/identities/" + identity;
        assertThat(server.http().admin("GET", address, "").status()).isEqualTo(404);
        assertThat(server.http().admin("DELETE", address, "").status()).isEqualTo(404);
        assertThat(server.http().admin("GET", "/admin/identities", "").body())
                .doesNotContain(identity);
        assertThat(server.http().admin("GET", "/admin/sessions?active=true", "").body())
                .doesNotContain(identity);
    }

    @Test
    void knowsNoTokenOfTheirsWhenSomebodyLogsOutWithIt() {
        String logout = "{\"session_token\":\"" + ada.token() + "\"}";
        Answer left = server.http().delete("/self-service/logout/api", Map.of(), logout);
        assertThat(left.status()).as(left.body()).isEqualTo(403);
    }

    @Test
    void answersALoginAsThatOfNobodyUntilTheIdentifierIsTakenAnew() {
        Ada anew = ada.at(server);
        assertThat(anew.login().says(4000006)).isTrue();
        Answer again = anew.register();
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.at("identity.id")).isNotEmpty().isNotEqualTo(identity);
        assertThat(anew.login().status()).isEqualTo(200);
    }

    @Test
    void showsInTheTrailThatClientsAreErased() {
        List<String> clients =
                trail().stream()
                        .map(event -> event.path("client"))
                        .filter(client -> !client.isNull())
                        .map(client -> client.asString("not erased"))
                        .toList();
        assertThat(clients).isNotEmpty().containsOnly("erased");
    }

    @Test
    void leavesTheLogSound() {
        Store store = server.bean(Store.class);
        LogVerifier.Report report =
                new LogVerifier(store.log()).verify(LogVerifier.seenByReaders(store.documents()));
        assertThat(report.finding()).isEmpty();
        assertThat(report.events()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void noCommitHoldsASecretInClear() {
        List<String> bodies = bodies(server.bean(Store.class).log());
        assertThat(String.join("", bodies)).contains("identity.registered").contains("lookup.used");
        for (String secret : SECRETS) {
            assertThat(bodies).noneMatch(body -> body.contains(secret));
        }
    }

    /** The files hold every collection, and pages that were freed besides. */
    @Test
    void noFileOfTheStoreHoldsASecretInClear() throws IOException {
        String files = files();
        assertThat(files).contains(identity).contains("identity.registered");
        assertThat(SECRETS).hasSizeGreaterThan(24).noneMatch(files::contains);
    }

    private static void remember(String... secrets) {
        assertThat(secrets).noneMatch(String::isEmpty);
        SECRETS.addAll(List.of(secrets));
    }

    /** Codes that were shown and not confirmed: they wait in the flow. */
    private static Answer regenerated() {
        String regenerate =
                """
                {"method":"lookup_secret","lookup_secret_regenerate":true}\
                """;
        return ada.submit("settings", ada.begin("settings", ""), regenerate);
    }

    private static List<JsonNode> trail() {
        Answer answer = server.http().admin("GET", "/admin/audit/events?identity=" + identity, "");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("events").valueStream().toList();
    }

    private static List<String> bodies(CommitLog log) {
        List<String> bodies = new ArrayList<>();
        List<Commit> page = log.read(0, 100);
        while (!page.isEmpty()) {
            page.forEach(commit -> bodies.add(new String(commit.body(), ISO_8859_1)));
            page = log.read(page.getLast().last(), 100);
        }
        return bodies;
    }

    private static String files() throws IOException {
        StringBuilder content = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.append(Files.readString(file, ISO_8859_1));
            }
        }
        return content.toString();
    }
}
