package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lookup secrets: scenarios 42 to 48 of the behavioural contract. */
class LookupScenarioTest {
    private static final String REGENERATE = "{\"lookup_secret_regenerate\":true}";
    private static final String CONFIRM = "{\"lookup_secret_confirm\":true}";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Scenario 42. */
    @Test
    void secretsCountOnlyOnceConfirmed() {
        Ada ada = Ada.registered(server);
        Answer shown = ada.change(REGENERATE);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.at("state")).isEqualTo("show_form");
        assertThat(shown.lookupSecrets()).hasSize(12).allMatch(one -> one.matches("[a-z0-9]{8}"));
        assertThat(ada.init("login", "?aal=aal2").nodes()).doesNotContain("lookup_secret");
    }

    /** Scenario 43. */
    @Test
    void confirmingNeedsSecretsThatWereShown() {
        Ada ada = Ada.registered(server);
        Answer refused = ada.change(CONFIRM);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.says(4000001)).isTrue();
        assertThat(ada.enrolLookup()).hasSize(12);
        assertThat(ada.whoami().proofs("")).containsExactly("password/aal1", "lookup_secret/aal2");
    }

    /** Scenario 44. */
    @Test
    void aSecretWorksOnceAndOnlyAsItIsSpelled() {
        Ada ada = Ada.registered(server);
        List<String> secrets = ada.enrolLookup();
        String letters =
                secrets.stream().filter(one -> one.matches(".*[a-z].*")).findFirst().orElseThrow();
        Ada there = ada.elsewhere();
        assertThat(use(there, letters.toUpperCase(Locale.ROOT)).says(4000016)).isTrue();
        assertThat(use(there, "00000000").says(4000016)).isTrue();
        Answer used = use(there, letters);
        assertThat(used.status()).isEqualTo(200);
        assertThat(used.at("session.authenticator_assurance_level")).isEqualTo("aal2");
        Answer again = use(ada.elsewhere(), letters);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.says(4000012)).isTrue();
    }

    /** Scenario 45, safer: secrets are hashed, so that none can be shown again. */
    @Test
    void confirmedSecretsAreNeverShownAgain() {
        Ada ada = Ada.registered(server);
        List<String> secrets = ada.enrolLookup();
        Answer form = ada.init("settings", "");
        assertThat(form.nodes())
                .contains("lookup_secret_regenerate", "lookup_secret_disable")
                .doesNotContain("lookup_secret_reveal");
        Answer reveal = ada.change("{\"lookup_secret_reveal\":true}");
        assertThat(form.body() + reveal.body()).doesNotContain(secrets);
        assertThat(reveal.status()).isEqualTo(400);
    }

    /** Scenario 46, safer: only what can be used is asked for. */
    @Test
    void spentSecretsNeitherWorkNorLockOut() {
        Ada ada = Ada.registered(server);
        List<String> secrets = ada.enrolLookup();
        Ada late = ada.elsewhere();
        String flow = late.begin("login", "?aal=aal2");
        secrets.forEach(one -> assertThat(use(ada.elsewhere(), one).status()).isEqualTo(200));
        assertThat(ada.elsewhere().whoami().status()).isEqualTo(200);
        Answer spent = late.lookup(flow, secrets.getLast());
        assertThat(spent.status()).isEqualTo(400);
        assertThat(spent.says(4000012)).isTrue();
    }

    /** Scenario 47. */
    @Test
    void newSecretsReplaceTheOldAndNoneAskForNothing() {
        Ada ada = Ada.registered(server);
        List<String> old = ada.enrolLookup();
        server.clock().forward(Duration.ofSeconds(1));
        List<String> fresh = ada.enrolLookup();
        Ada there = ada.elsewhere();
        assertThat(use(there, old.getFirst()).says(4000016)).isTrue();
        assertThat(use(there, fresh.getFirst()).status()).isEqualTo(200);
        assertThat(ada.change("{\"lookup_secret_disable\":true}").status()).isEqualTo(200);
        assertThat(ada.elsewhere().whoami().status()).isEqualTo(200);
    }

    /** Scenario 48. */
    @Test
    void oneSecretFromTwoSessionsAtOnceCountsOnce() {
        Ada ada = Ada.registered(server);
        String secret = ada.enrolLookup().getFirst();
        List<CompletableFuture<Answer>> answers =
                List.of(ada.elsewhere(), ada.elsewhere()).stream()
                        .map(one -> CompletableFuture.supplyAsync(() -> use(one, secret)))
                        .toList();
        assertThat(answers.stream().map(answer -> answer.join().status()).toList())
                .containsExactlyInAnyOrder(200, 400);
    }

    private static Answer use(Ada ada, String secret) {
        return ada.lookup(ada.begin("login", "?aal=aal2"), secret);
    }
}
