package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.log.Projections;
import dev.bonafide.log.Shown;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private static Played played;
    private static Ada ada;
    private static Ada guessed;
    private static Ada gone;

    /** What the first process did; {@code guessed} waits, {@code gone} has logged out. */
    private record Played(
            Ada ada, Ada guessed, Ada gone, Spent spent, Answer stepped, String pendingFlow) {}

    /** What of Ada's second factors was used up, and what was not. */
    private record Spent(String secret, String unused, String code) {}

    @BeforeAll
    static void playAndRestart() {
        TestClock clock = new TestClock();
        try (TestServer first = start(clock)) {
            played = play(first);
        }
        server = start(clock);
        ada = played.ada().at(server);
        guessed = played.guessed().at(server);
        gone = played.gone().at(server);
    }

    private static Played play(TestServer first) {
        Ada waiting = Ada.registered(first);
        Ada leaving = Ada.registered(first);
        String logout = "{\"session_token\":\"" + leaving.token() + "\"}";
        Answer left = first.http().delete("/self-service/logout/api", Map.of(), logout);
        assertThat(left.status()).isEqualTo(204);
        Ada owner = Ada.registered(first);
        Spent spent = spend(owner, first.clock());
        assertThat(owner.login().status()).isEqualTo(200);
        Answer stepped = owner.lookup(owner.begin("login", "?aal=aal2"), spent.secret());
        for (int i = 0; i < 6; i++) {
            waiting.password(waiting.begin("login", "?refresh=true"), WRONG);
        }
        return new Played(owner, waiting, leaving, spent, stepped, leaving.begin("login", ""));
    }

    private static Spent spend(Ada owner, TestClock clock) {
        String app = owner.enrolTotp();
        List<String> secrets = owner.enrolLookup();
        clock.forward(Duration.ofMinutes(1));
        String code = owner.code(app);
        assertThat(owner.login().status()).isEqualTo(200);
        assertThat(owner.totp(owner.begin("login", "?aal=aal2"), code).status()).isEqualTo(200);
        return new Spent(secrets.get(0), secrets.get(1), code);
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
        Answer whoami = ada.whoami();
        assertThat(whoami.status()).isEqualTo(200);
        assertThat(whoami.json()).isEqualTo(played.stepped().json().path("session"));
    }

    @Test
    void keepsRevocations() {
        assertThat(gone.whoami().status()).isEqualTo(401);
    }

    @Test
    void keepsFlows() {
        Ada again = gone.at(server);
        assertThat(again.password(played.pendingFlow()).status()).isEqualTo(200);
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
        assertThat(again.lookup(flow, played.spent().secret()).status()).isEqualTo(400);
        assertThat(again.totp(flow, played.spent().code()).status()).isEqualTo(400);
        assertThat(again.lookup(flow, played.spent().unused()).status()).isEqualTo(200);
    }

    /** The trail was written by both processes; the others are small. */
    @ParameterizedTest
    @CsvSource({
        "audit-1,identity session type",
        "sessions-2,identity listed",
        "identities-2,listed"
    })
    void viewsEqualAFreshRebuild(String name, String indexes) {
        Projections projections = server.bean(Projections.class);
        CollectionShape shape = new CollectionShape(name, Set.of(indexes.split(" ", -1)));
        server.http().admin("GET", "/admin/audit/events?limit=1", "");
        List<String> before = content(projections.shown(shape));
        projections.rebuild(name);
        assertThat(content(projections.shown(shape))).isNotEmpty().isEqualTo(before);
    }

    @Test
    void refusesASecondServerOnTheSameFile() {
        assertThatThrownBy(() -> start(new TestClock()))
                .rootCause()
                .hasMessageContaining("store.db")
                .hasMessageContaining("process");
        assertThat(ada.whoami().status()).isEqualTo(200);
    }

    private static List<String> content(Shown view) {
        return view.all(Direction.ASCENDING, "", 10_000).stream()
                .map(RestartTest::content)
                .toList();
    }

    private static String content(Document document) {
        return document.id() + document.body() + new TreeMap<>(document.keys());
    }
}
