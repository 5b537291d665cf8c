package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a new password does to the other sessions, as the operator wants it. */
class PasswordChangeStoryTest {
    private static final Map<String, String> NEW =
            Map.of("method", "password", "password", "a wholly different phrase 7");

    @ParameterizedTest
    @EnumSource(Manner.class)
    void theOtherSessionsEndAtOnce(Manner manner) {
        try (TestServer server = TestServer.start()) {
            assertThat(others(server, manner)).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void theOtherSessionsGoOnWhereThatIsWanted(Manner manner) {
        try (TestServer server =
                TestServer.start("memory", "bonafide: {settings: {end_other_sessions: false}}")) {
            assertThat(others(server, manner)).isEqualTo(200);
        }
    }

    /** The answer changes with the setting, while the server runs. */
    @Test
    void theSettingIsReadAnew() {
        try (TestServer server = TestServer.start()) {
            assertThat(others(server, Manner.API)).isEqualTo(401);
            server.configure("bonafide: {settings: {end_other_sessions: false}}");
            assertThat(others(server, Manner.API)).isEqualTo(200);
        }
    }

    private static int others(TestServer server, Manner manner) {
        Ada ada = Ada.registered(server);
        Ada there = ada.elsewhere();
        Browser browser = Browser.loggedIn(server, ada);
        Seat here = new Seat(server, manner);
        Answer login = here.opened("login", "");
        Answer done = here.submit("login", login, Browser.password(ada.email()));
        here.keeps(done);
        Answer form = here.opened("settings", "");
        here.submit("settings", form, NEW);
        assertThat(here.form("settings", form.at("id")).at("state")).isEqualTo("success");
        assertThat(here.whoami().status()).isEqualTo(200);
        assertThat(there.whoami().status()).isEqualTo(ada.whoami().status());
        assertThat(browser.whoami().status()).isEqualTo(ada.whoami().status());
        return there.whoami().status();
    }
}
