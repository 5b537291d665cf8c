package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.session.SessionToken;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody takes the last way in from themselves, in no manner and in no race. */
class LastWayInTest {
    private static TestServer server;
    private static Proving proving;

    @BeforeAll
    static void start() {
        server = Keys.server();
        proving = new Proving(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "API, passkey, passkey_remove",
        "AJAX, passkey, passkey_remove",
        "HTML, passkey, passkey_remove",
        "AJAX, webauthn, webauthn_remove",
        "HTML, webauthn, webauthn_remove"
    })
    void theLastKeyStays(Manner manner, String method, String field) {
        Member member = Member.withKeys(server, List.of(method));
        Seat seat = seat(member, manner, method);
        Answer form = seat.opened("settings", "");
        Answer refused = seat.submit("settings", form, Map.of(field, form.value(field)));
        assertThat(refused.status()).isEqualTo(manner == Manner.HTML ? 303 : 400);
        assertThat(seat.form("settings", form.at("id")).says(4000001)).isTrue();
        assertThat(ways(member)).isEqualTo(1);
        assertThat(seat.whoami().status()).isEqualTo(200);
    }

    @RepeatedTest(8)
    void ofTheLastTwoOneStaysThoughBothAreTakenAtOnce() throws Exception {
        Member member = Member.withKeys(server, List.of("passkey", "webauthn"));
        Seat one = seat(member, Manner.AJAX, "passkey");
        Seat two = seat(member, Manner.AJAX, "webauthn");
        List<Answer> answers =
                Race.run(List.of(removal(one, "webauthn_remove"), removal(two, "passkey_remove")));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).allMatch(answer -> List.of(200, 400, 401).contains(answer.status()));
        assertThat(ways(member)).isEqualTo(1);
    }

    @RepeatedTest(8)
    void oneSessionIsRefusedTheSecondOfTwo() throws Exception {
        Member member = Member.withKeys(server, List.of("passkey", "webauthn"));
        Seat one = seat(member, Manner.AJAX, "passkey", "webauthn");
        Seat two = seat(member, Manner.AJAX, "passkey", "webauthn");
        List<Answer> answers =
                Race.run(List.of(removal(one, "webauthn_remove"), removal(two, "passkey_remove")));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 400);
        assertThat(answers).filteredOn(answer -> answer.says(4000001)).hasSize(1);
        assertThat(ways(member)).isEqualTo(1);
    }

    private static Callable<Answer> removal(Seat seat, String field) {
        Answer form = seat.opened("settings", "");
        return () -> seat.submit("settings", form, Map.of(field, form.value(field)));
    }

    /** Ways in that are left. */
    private static int ways(Member member) {
        String identity = "/admin/identities/" + member.id();
        Answer answer = server.http().admin("GET", identity, "");
        return (int)
                List.of("passkey", "webauthn").stream()
                        .filter(method -> !answer.at("credentials." + method + ".type").isEmpty())
                        .count();
    }

    private static Seat seat(Member member, Manner manner, String... methods) {
        Seat seat = new Seat(server, manner);
        SessionToken token = proving.begin(member.id(), methods[0]);
        for (int i = 1; i < methods.length; i++) {
            proving.further(member.id(), methods[i], token);
        }
        seat.holds(token.text(), proving.end());
        return seat;
    }
}
