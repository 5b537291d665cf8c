package dev.bonafide.story;

import static dev.bonafide.story.Keys.bind;
import static dev.bonafide.story.Keys.bound;
import static dev.bonafide.story.Keys.login;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.fido.SoftAuthenticator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What attackers try with passkeys, over HTTP. */
class PasskeyAttackTest {
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
    void aKeyThatIsBoundIsNotBoundAgainByAnybody() {
        Ada ada = Ada.registered(server);
        SoftAuthenticator key = bound(ada);
        Answer again = ada.init("settings", "");
        assertThat(Keys.options(again, "passkey_create_data").toString()).contains(key.id());
        assertThat(bind(ada, again, key).messagesAt("passkey_settings_register"))
                .containsExactly(4000001);
        Ada bob = Ada.registered(server);
        assertThat(bind(bob, bob.init("settings", ""), key).messagesAt("passkey_settings_register"))
                .containsExactly(4000001);
    }

    @Test
    void aChallengeIsOverAfterTenMinutesAndAFreshOneIsShown() {
        Ada ada = Ada.registered(server);
        SoftAuthenticator key = bound(ada);
        Ada client = new Ada(server);
        Answer form = client.init("login", "");
        String answer = key.get(Keys.asked(form, CHALLENGE));
        server.clock().forward(Duration.ofMinutes(10));
        Answer late = login(client, form, answer);
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.says(4000001)).isTrue();
        assertThat(Keys.value(late, CHALLENGE)).isNotEqualTo(Keys.value(form, CHALLENGE));
        assertThat(login(client, form, key.get(Keys.asked(late, CHALLENGE))).status())
                .isEqualTo(200);
    }

    @Test
    void aChallengeOfAnotherFlowOrAnsweredWronglyIsWorthNothing() {
        Ada ada = Ada.registered(server);
        SoftAuthenticator key = bound(ada);
        Ada client = new Ada(server);
        Answer one = client.init("login", "");
        Answer other = client.init("login", "");
        String answer = key.get(Keys.asked(one, CHALLENGE));
        assertThat(login(client, other, answer).says(4000043)).isTrue();
        String wrong = key.get(Keys.asked(one, CHALLENGE).at("https://evil.example"));
        assertThat(login(client, one, wrong).says(4000043)).isTrue();
        assertThat(login(client, one, answer).says(4000043)).isTrue();
    }

    /** WS-11: nobody is told from a wrong signature by status, body or message. */
    @Test
    void anUnknownKeyIsAnsweredLikeAWrongOne() {
        SoftAuthenticator key = bound(Ada.registered(server));
        Ada client = new Ada(server);
        Answer one = client.init("login", "");
        Answer wrong = login(client, one, key.get(Keys.asked(one, CHALLENGE).under("other")));
        Answer two = client.init("login", "");
        SoftAuthenticator stranger = new SoftAuthenticator().of(new byte[64]);
        Answer unknown = login(client, two, stranger.get(Keys.asked(two, CHALLENGE)));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(plain(unknown)).isEqualTo(plain(wrong));
    }

    /** WS-10: of 64 replays at once one succeeds. */
    @Test
    void anAnswerIsAcceptedOnceHoweverManySendItAtOnce() throws Exception {
        SoftAuthenticator key = bound(Ada.registered(server));
        Answer form = new Ada(server).init("login", "");
        String answer = key.get(Keys.asked(form, CHALLENGE));
        List<Callable<Integer>> replays = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            replays.add(() -> login(new Ada(server), form, answer).status());
        }
        List<Integer> answers = together(replays);
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).allMatch(status -> status == 200 || status == 410 || status == 429);
    }

    /**
     * The case of CVE-2026-46419 (YSA-2026-02): somebody answers for one who has no key with a key
     * of their own. A refresh says in advance whom it is about.
     */
    @Test
    void nobodyLogsInWithTheirOwnKeyAsSomebodyWhoHasNone() {
        SoftAuthenticator attackers = bound(Ada.registered(server));
        Ada victim = Ada.registered(server);
        Answer refresh = victim.init("login", "?refresh=true");
        assertThat(refresh.nodes()).doesNotContain(CHALLENGE);
        Answer open = new Ada(server).init("login", "");
        Answer answer = login(victim, refresh, attackers.get(Keys.asked(open, CHALLENGE)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.says(4000043)).isTrue();
    }

    /** The same over a challenge that is the victim's, who has a key: only whose it is differs. */
    @Test
    void nobodyLogsInWithTheirOwnKeyAsSomebodyWhoHasAnother() {
        SoftAuthenticator attackers = bound(Ada.registered(server));
        Ada victim = Ada.registered(server);
        SoftAuthenticator own = bound(victim);
        Answer refresh = victim.init("login", "?refresh=true");
        Answer answer = login(victim, refresh, attackers.get(Keys.asked(refresh, CHALLENGE)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.says(4000043)).isTrue();
        Answer again = victim.init("login", "?refresh=true");
        assertThat(login(victim, again, own.get(Keys.asked(again, CHALLENGE))).status())
                .isEqualTo(200);
    }

    @Test
    void aKeyWhoseCounterGoesBackIsAnEventAndStillLogsIn() {
        Ada ada = Ada.registered(server);
        SoftAuthenticator key = bound(ada);
        Ada client = new Ada(server);
        Answer first = client.init("login", "");
        String id =
                login(client, first, key.counting(9).get(Keys.asked(first, CHALLENGE)))
                        .at("session.identity.id");
        Answer second = client.init("login", "");
        assertThat(
                        login(
                                        new Ada(server),
                                        second,
                                        key.counting(3).get(Keys.asked(second, CHALLENGE)))
                                .status())
                .isEqualTo(200);
        Answer trail = server.http().admin("GET", "/admin/audit/events?identity=" + id, "");
        assertThat(trail.body()).contains("passkey.counter-went-back");
    }

    /** WR-15: the append decides whose it is. */
    @Test
    void ofManyWhoBindOneKeyAtOnceOneSucceeds() throws Exception {
        SoftAuthenticator key = new SoftAuthenticator();
        List<Callable<Integer>> bindings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Ada ada = Ada.registered(server);
            Answer form = ada.init("settings", "");
            bindings.add(() -> bind(ada, form, key).status());
        }
        assertThat(together(bindings)).filteredOn(status -> status == 200).hasSize(1);
    }

    private static List<Integer> together(List<Callable<Integer>> all) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(all)) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    private static String plain(Answer answer) {
        return answer.body()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("\\\\\"challenge\\\\\":\\\\\"[A-Za-z0-9_-]+", "CHALLENGE")
                .replaceAll("20[0-9]{2}-[^\"]*Z", "TIME");
    }
}
