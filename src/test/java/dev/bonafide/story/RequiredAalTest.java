package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where settings ask for no more than any session. */
class RequiredAalTest {
    /** Kratos lets such a session take the second factor away (contract clause 3.1). */
    @Test
    void aSessionOfAPossibleAal2ReadsAndChangesNothing() {
        try (TestServer server =
                TestServer.start(
                        "memory", "selfservice: {flows: {settings: {required_aal: aal1}}}")) {
            Member member = Member.created(server, Set.of("totp"));
            Proving proving = new Proving(server);
            Seat seat = new Seat(server, Manner.API);
            seat.holds(proving.begin(member.id(), "password").text(), proving.end());
            Answer form = seat.opened("settings", "");
            Answer refused = seat.submit("settings", form, Map.of("totp_unlink", "true"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("error.id")).isEqualTo("session_refresh_required");
            assertThat(refused.at("redirect_browser_to")).contains("refresh=true&aal=aal2");
        }
    }
}
