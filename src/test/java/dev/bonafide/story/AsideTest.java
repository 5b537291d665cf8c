package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors that no form shows (contract clause 0.3), and the address that password managers know. */
class AsideTest {
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** An address of the error page, by way of a form without its token. */
    private String forwarded() {
        Browser browser = new Browser(server);
        String flow = browser.begin("login", "");
        Answer answer =
                browser.form(
                        Browser.action("login", flow),
                        Map.of("method", "password", "identifier", "x", "password", "hunter2"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.place()).startsWith("http://localhost:4433/ui/error?id=");
        return answer.place().replaceFirst("^.*id=", "");
    }

    private Answer error(String query) {
        return server.http().get("/self-service/errors" + query, Map.of());
    }

    @Test
    void aForwardedErrorIsReadByItsId() {
        String id = forwarded();
        Answer answer = error("?id=" + id);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("id")).isEqualTo(id);
        assertThat(answer.at("error.id")).isEqualTo("security_csrf_violation");
        assertThat(answer.at("error.code")).isEqualTo("403");
        assertThat(answer.at("created_at")).isNotEmpty();
        assertThat(answer.body()).doesNotContain("hunter2");
    }

    @Test
    void itIsGoneAfterAnHour() {
        String id = forwarded();
        server.clock().forward(Duration.ofMinutes(61));
        assertThat(error("?id=" + id).status()).isEqualTo(404);
    }

    @Test
    void whatIsNoIdOfAnErrorFindsNone() {
        assertThat(error("").status()).isEqualTo(404);
        assertThat(error("?id=").status()).isEqualTo(404);
        assertThat(error("?id=x").status()).isEqualTo(404);
        assertThat(error("?id=6c6f7dd3-1b2d-4a4e-9d92-7e3a86d6cc11").status()).isEqualTo(404);
    }

    @Test
    void whoMakesAnErrorPageHasOneToTryItWith() {
        Answer answer = error("?id=stub:500");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("error.code")).isEqualTo("500");
    }

    @Test
    void passwordManagersFindTheSettings() {
        Browser browser = Browser.loggedIn(server, Ada.registered(server));
        Answer answer = browser.page("/.well-known/change-password");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.place()).isEqualTo("http://localhost:4433/self-service/settings/browser");
        assertThat(browser.page("/self-service/settings/browser").place())
                .startsWith("http://localhost:4433/ui/settings?flow=");
    }
}
