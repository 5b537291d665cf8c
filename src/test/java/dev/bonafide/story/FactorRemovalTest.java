package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.session.SessionToken;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody gives up counts at once in no session but the one that gave it up, and what else
 * they are asked for follows from what is left (AA-09).
 */
class FactorRemovalTest {
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
        "totp, totp_unlink",
        "lookup_secret, lookup_secret_disable",
        "webauthn, webauthn_remove"
    })
    void aSecondFactorThatIsGivenUpLowersEveryOtherSession(String method, String field) {
        Member member = Member.created(server, Set.of(method));
        Seat here = seat(member, Manner.HTML, "password", method);
        Seat script = seat(member, Manner.AJAX, "password", method);
        Seat api = seat(member, Manner.API, "password", method);
        assertThat(level(script)).isEqualTo("aal2").isEqualTo(level(api));
        removed(here, field);
        assertThat(level(script)).isEqualTo("aal1").isEqualTo(level(api));
        assertThat(level(here)).isEqualTo("aal2");
        assertThat(api.whoami().proofs("")).containsExactly("password/aal1", method + "/aal2");
    }

    @ParameterizedTest
    @CsvSource({
        "totp, totp_unlink",
        "lookup_secret, lookup_secret_disable",
        "webauthn, webauthn_remove"
    })
    void whereAnotherSecondFactorIsLeftTheOthersAreAskedForIt(String method, String field) {
        String left = method.equals("totp") ? "webauthn" : "totp";
        Member member = Member.created(server, Set.of(method, left));
        Seat here = seat(member, Manner.HTML, "password", method);
        Seat there = seat(member, Manner.API, "password", method);
        Seat both = seat(member, Manner.API, "password", method, left);
        removed(here, field);
        assertThat(there.whoami().status()).isEqualTo(403);
        assertThat(there.whoami().at("error.id")).isEqualTo("session_aal2_required");
        assertThat(there.init("settings", "").at("error.id")).isEqualTo("session_aal2_required");
        assertThat(level(both)).isEqualTo("aal2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"totp", "lookup_secret", "webauthn"})
    void whatAnAdministratorTakesLowersEverySession(String method) {
        Member member = Member.created(server, Set.of(method));
        Seat one = seat(member, Manner.HTML, "password", method);
        Seat two = seat(member, Manner.API, "password", method);
        String path = "/admin/identities/" + member.id() + "/credentials/" + method;
        assertThat(server.http().admin("DELETE", path, "").status()).isEqualTo(204);
        assertThat(level(one)).isEqualTo("aal1").isEqualTo(level(two));
    }

    /** A session that is left without a first factor is over; one that has another goes on. */
    @Test
    void aPasskeyThatIsGivenUpEndsTheSessionsThatRestOnItAlone() {
        Member member = Member.created(server, Set.of("passkey"));
        Seat here = seat(member, Manner.HTML, "passkey");
        Seat alone = seat(member, Manner.API, "passkey");
        Seat browser = seat(member, Manner.AJAX, "passkey");
        Seat more = seat(member, Manner.API, "passkey", "password");
        removed(here, "passkey_remove");
        assertThat(alone.whoami().status()).isEqualTo(401);
        assertThat(browser.whoami().status()).isEqualTo(401);
        assertThat(level(more)).isEqualTo("aal1");
        assertThat(level(here)).isEqualTo("aal1");
    }

    /** Nor does it come back with a key of the same kind. */
    @Test
    void anotherAppRaisesNoSessionThatRestedOnTheFirst() {
        Member member = Member.created(server, Set.of("totp"));
        Seat here = seat(member, Manner.HTML, "password", "totp");
        Seat there = seat(member, Manner.API, "password", "totp");
        removed(here, "totp_unlink");
        Answer form = here.opened("settings", "");
        String code = AuthenticatorApp.code(form.totpSecret(), server.clock().now());
        here.submit("settings", form, Map.of("method", "totp", "totp_code", code));
        assertThat(there.whoami().status()).isEqualTo(403);
        assertThat(level(here)).isEqualTo("aal2");
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

    private static void removed(Seat seat, String field) {
        Answer form = seat.opened("settings", "");
        assertThat(form.nodes()).contains(field);
        Answer done = seat.submit("settings", form, Map.of(field, form.value(field)));
        assertThat(done.status()).as(done.body()).isEqualTo(303);
        assertThat(seat.form("settings", form.at("id")).at("state")).isEqualTo("success");
    }

    private static String level(Seat seat) {
        return seat.whoami().at("authenticator_assurance_level");
    }
}
