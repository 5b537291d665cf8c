package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.log.Projections;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.DocumentCollection.Direction;
import dev.bonafide.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that was decided is forgotten when the process ends and begins anew. */
class RestartTest {
    private static final String WRONG = "a wrong password";

    @TempDir private static Path folder;
    private static TestServer server;
    private static Ada ada;
    private static Ada guessed;
    private static Ada gone;
    private static String identity;
    private static String usedSecret;
    private static String unusedSecret;
    private static String usedCode;
    private static String pendingFlow;
    private static String whoamiBefore;

    @BeforeAll
    static void playAndRestart() {
        server = start(new TestClock());
        play();
        TestClock clock = server.clock();
        server.close();
        server = start(clock);
        ada = ada.at(server);
        guessed = guessed.at(server);
        gone = gone.at(server);
    }

    private static void play() {
        guessed = Ada.registered(server);
        gone = Ada.registered(server);
        String logout = "{\"session_token\":\"" + gone.token() + "\"}";
        var done = server.http().delete("/self-service/logout/api", java.util.Map.of(), logout);
        assertThat(done.status()).isEqualTo(204);
        ada = Ada.registered(server);
        String app = ada.enrolTotp();
        List<String> secrets = ada.enrolLookup();
        usedSecret = secrets.get(0);
        unusedSecret = secrets.get(1);
        server.clock().forward(Duration.ofMinutes(1));
        usedCode = ada.code(app);
        assertThat(ada.login().status()).isEqualTo(200);
        assertThat(ada.totp(ada.begin("login", "?aal=aal2"), usedCode).status()).isEqualTo(200);
        assertThat(ada.login().status()).isEqualTo(200);
        Answer stepped = ada.lookup(ada.begin("login", "?aal=aal2"), usedSecret);
        identity = stepped.at("session.identity.id");
        whoamiBefore = ada.whoami().body();
        for (int i = 0; i < 6; i++) {
            guessed.password(guessed.begin("login", "?refresh=true"), WRONG);
        }
        pendingFlow = gone.begin("login", "");
    }

    private static TestServer start(TestClock clock) {
        return TestServer.start("sqlite://" + folder.resolve("store.db"), "", clock);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void keepsSessions() {
        assertThat(ada.whoami().status()).isEqualTo(200);
        assertThat(ada.whoami().body()).isEqualTo(whoamiBefore);
    }

    @Test
    void keepsRevocations() {
        assertThat(gone.whoami().status()).isEqualTo(401);
    }

    @Test
    void keepsFlows() {
        Ada again = gone.at(server);
        assertThat(again.password(pendingFlow).status()).isEqualTo(200);
    }

    @Test
    void keepsWaitsOfTheGuard() {
        Answer refused = guessed.password(guessed.begin("login", "?refresh=true"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void keepsWhatWasUsedUp() {
        Ada again = ada.at(server);
        assertThat(again.login().status()).isEqualTo(200);
        String flow = again.begin("login", "?aal=aal2");
        assertThat(again.lookup(flow, usedSecret).status()).isEqualTo(400);
        assertThat(again.totp(flow, usedCode).status()).isEqualTo(400);
        assertThat(again.lookup(flow, unusedSecret).status()).isEqualTo(200);
    }

    /** The trail was written by both processes; the others are small. */
    @ParameterizedTest
    @CsvSource({"audit-1,identity session type", "sessions-1,identity", "identities-1,''"})
    void viewsEqualAFreshRebuild(String name, String indexes) {
        Set<String> names = indexes.isEmpty() ? Set.of() : Set.of(indexes.split(" ", -1));
        DocumentCollection view =
                server.bean(Store.class).documents().collection(new CollectionShape(name, names));
        server.http().admin("GET", "/admin/audit/events?identity=" + identity, "");
        List<String> before = content(view);
        server.bean(Projections.class).rebuild(name);
        assertThat(content(view)).isNotEmpty().isEqualTo(before);
    }

    @Test
    void refusesASecondServerOnTheSameFile() {
        assertThatThrownBy(() -> start(new TestClock()))
                .rootCause()
                .hasMessageContaining("store.db")
                .hasMessageContaining("process");
        assertThat(ada.whoami().status()).isEqualTo(200);
    }

    private static List<String> content(DocumentCollection view) {
        return view.all(Direction.ASCENDING, "", 10_000).stream()
                .map(RestartTest::content)
                .toList();
    }

    private static String content(Document document) {
        return document.id() + document.body() + new java.util.TreeMap<>(document.keys());
    }
}
