package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.log.Folds;
import dev.bonafide.log.LogVerifier;
import dev.bonafide.log.Projections;
import dev.bonafide.store.Store;
import dev.bonafide.store.mongodb.TestMongo;
import dev.bonafide.vault.Opened;
import dev.bonafide.vault.Purpose;
import dev.bonafide.vault.Vault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two whole servers on one database: what the one answered, the other keeps to. */
class TwoNodesTest {
    private static final TestMongo MONGO = new TestMongo();
    private static final TestClock CLOCK = new TestClock();
    private static final int ROUNDS = 6;
    private static final int RACERS = 12;

    private static TestServer a;
    private static TestServer b;

    @BeforeAll
    static void start() {
        a = TestServer.on(MONGO.open(CLOCK), CLOCK);
        b = TestServer.on(MONGO.open(CLOCK), CLOCK);
    }

    @AfterAll
    static void stop() {
        var log = b.bean(Store.class).log();
        try {
            assertThat(new LogVerifier(log).verify(List.of()).finding()).isEmpty();
        } finally {
            b.close();
            a.close();
            MONGO.close();
        }
    }

    @Test
    void whoRegistersAtOneLogsInAtTheOtherAndIsKnownAtBoth() {
        Ada atA = Ada.registered(a);
        Ada atB = atA.at(b);
        assertThat(atB.whoami().status()).isEqualTo(200);
        assertThat(atB.login().status()).isEqualTo(200);
        Answer known = atB.at(a).whoami();
        assertThat(known.status()).isEqualTo(200);
        assertThat(known.json()).isEqualTo(atB.whoami().json());
        assertThat(logout(atB)).isEqualTo(204);
        assertThat(atB.at(a).whoami().status()).isEqualTo(401);
        assertThat(atA.whoami().status()).isEqualTo(200);
    }

    private static int logout(Ada ada) {
        String token = "{\"session_token\":\"" + ada.token() + "\"}";
        return b.http().delete("/self-service/logout/api", ada.headers(), token).status();
    }

    /** Either it stands in the log before the change, or it is refused. */
    @Test
    void noLoginWithTheOldPasswordCommitsBehindItsChange() throws Exception {
        Ada owner = Ada.registered(a);
        String old = Ada.PASSWORD;
        for (int round = 0; round < ROUNDS; round++) {
            String fresh = "another battery staple " + round;
            Ada guest = new Ada(b, owner.email());
            String flow = guest.begin("login", "");
            String settings = owner.begin("settings", "");
            String typed = old;
            String change = "{\"method\":\"password\",\"password\":\"" + fresh + "\"}";
            List<Answer> answers =
                    Race.run(
                            List.of(
                                    () -> owner.submit("settings", settings, change),
                                    () -> guest.password(flow, typed)));
            assertThat(answers.getFirst().status()).as(answers.getFirst().body()).isEqualTo(200);
            if (answers.get(1).status() == 200) {
                assertThat(position(answers.get(1))).isLessThan(position(answers.get(0)));
            }
            assertThat(wrong(owner, old)).isTrue();
            old = fresh;
        }
        assertThat(new Ada(b, owner.email()).password(begun(), old).status()).isEqualTo(200);
    }

    private static boolean wrong(Ada owner, String typed) {
        return new Ada(b, owner.email()).password(begun(), typed).says(4000006);
    }

    private static String begun() {
        return new Ada(b).begin("login", "");
    }

    private static long position(Answer answer) {
        String position = answer.header("Bonafide-Log-Position");
        return Long.parseLong(position.substring(position.indexOf('-') + 1));
    }

    @Test
    void oneCodeCountsOnceOverBothNodes() throws Exception {
        Ada ada = Ada.registered(a);
        String secret = ada.enrolTotp();
        CLOCK.forward(Duration.ofMinutes(1));
        String code = ada.code(secret);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (TestServer node : List.of(a, b)) {
            Ada there = ada.at(node);
            assertThat(there.login().status()).isEqualTo(200);
            for (int i = 0; i < RACERS / 2; i++) {
                String flow = there.begin("login", "?aal=aal2");
                Ada racer = there.at(node);
                calls.add(() -> racer.totp(flow, code));
            }
        }
        List<Answer> answers = Race.run(calls);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() < 500);
    }

    /** Half of the guesses at each node, and no more are evaluated than one node would. */
    @Test
    void guessesAreCountedOverBothNodes() throws Exception {
        Ada ada = Ada.registered(a);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 2 * RACERS; i++) {
            Ada there = ada.at(i % 2 == 0 ? a : b);
            String flow = there.begin("login", "?refresh=true");
            calls.add(() -> there.password(flow, "a wrong password"));
        }
        List<Answer> answers = Race.run(calls);
        assertThat(answers).allMatch(answer -> answer.status() == 400);
        assertThat(answers)
                .filteredOn(answer -> !answer.header("Retry-After").isEmpty())
                .hasSizeGreaterThanOrEqualTo(2 * RACERS - 6);
    }

    @Test
    void whoIsErasedAtOneIsForgottenByTheOther() {
        Ada ada = Ada.registered(a);
        String id = ada.at(b).whoami().at("identity.id");
        IdentityId identity = IdentityId.of(id);
        Purpose purpose = new Purpose("test", "1");
        Vault vault = b.bean(Vault.class);
        String box = vault.sealFor(identity, purpose, "personal"); // its key lies open at b
        assertThat(vault.openFor(identity, purpose, box)).isEqualTo(new Opened.Text("personal"));

        Answer erased = a.http().admin("DELETE", "/admin/identities/" + id, "");
        assertThat(erased.status()).isEqualTo(204);
        assertThat(b.bean(Folds.class).strong()).isGreaterThanOrEqualTo(position(erased));
        assertThat(vault.openFor(identity, purpose, box)).isEqualTo(new Opened.Erased());
        assertThat(ada.at(b).whoami().status()).isEqualTo(401);
        assertThat(b.http().admin("GET", "/admin/identities/" + id, "").status()).isEqualTo(404);
        for (TestServer node : List.of(a, b)) {
            Projections projections = node.bean(Projections.class);
            assertThat(projections.await("erasure-1", position(erased), Duration.ofMinutes(1)))
                    .isTrue();
        }
        assertThat(ada.at(b).login().says(4000006)).isTrue();
    }
}
