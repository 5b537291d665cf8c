package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.method.fido.SoftAuthenticator;
import dev.bonafide.session.SessionToken;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody may do who has shown no more than that they read a mailbox (AA-04, AA-05). */
class RecoveredSessionTest {
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
    @EnumSource(Manner.class)
    void isOfferedAPasswordAndAPasskeyAndNothingElse(Manner manner) {
        Seat seat = recovered(Member.created(server, Set.of("passkey")), manner);
        assertThat(seat.whoami().at("authenticator_assurance_level")).isEqualTo("aal1");
        assertThat(seat.opened("settings", "").nodes())
                .filteredOn(name -> !name.equals("webauthn_script"))
                .containsExactly(
                        "csrf_token",
                        "password",
                        "method",
                        "passkey_register_trigger",
                        "passkey_settings_register",
                        "passkey_create_data");
    }

    @Test
    void isOpenToEverythingOnceAPasskeyWasAdded() {
        Seat seat = recovered(Member.created(server, Set.of()), Manner.AJAX);
        Answer form = seat.opened("settings", "");
        SoftAuthenticator key = Keys.owned(form, "passkey_create_data");
        String answer = key.create(Keys.asked(form, "passkey_create_data"));
        Map<String, String> fields =
                Map.of("method", "passkey", "passkey_settings_register", answer);
        assertThat(seat.submit("settings", form, fields).status()).isEqualTo(200);
        assertThat(seat.opened("settings", "").nodes())
                .contains("totp_code", "passkey_remove", "traits.email");
    }

    /** A recovery is no way past a second factor. */
    @Test
    void isAskedForTheSecondFactorBeforeItSeesAnything() {
        Seat seat = recovered(Member.created(server, Set.of("totp")), Manner.API);
        assertThat(seat.whoami().at("error.id")).isEqualTo("session_aal2_required");
        assertThat(seat.init("settings", "").at("error.id")).isEqualTo("session_aal2_required");
    }

    /** What was proven and then given up counts as little as if it had never been. */
    @Test
    void isRecoveredAgainWhenWhatItProvedIsTaken() {
        Member member = Member.created(server, Set.of("passkey"));
        Seat seat = new Seat(server, Manner.API);
        SessionToken token = proving.begin(member.id(), Proving.RECOVERY);
        proving.further(member.id(), "passkey", token);
        seat.holds(token.text(), proving.end());
        assertThat(seat.opened("settings", "").nodes()).contains("totp_code");
        String path = "/admin/identities/" + member.id() + "/credentials/passkey";
        assertThat(server.http().admin("DELETE", path, "").status()).isEqualTo(204);
        assertThat(seat.opened("settings", "").nodes()).doesNotContain("totp_code");
    }

    private static Seat recovered(Member member, Manner manner) {
        Seat seat = new Seat(server, manner);
        seat.holds(proving.begin(member.id(), Proving.RECOVERY).text(), proving.end());
        return seat;
    }
}
