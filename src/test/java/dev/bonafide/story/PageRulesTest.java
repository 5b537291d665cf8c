package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whom pages are shown to, what their own forms need, and when there are none. */
class PageRulesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFlowIsShownToTheBrowserThatBeganItAlone() {
        Browser one = new Browser(server);
        String place = "/ui/login?flow=" + one.begin("login", "");
        assertThat(one.page(place).status()).isEqualTo(200);
        Answer stranger = new Browser(server).page(place);
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(Jsoup.parse(stranger.body()).select("main form")).isEmpty();
    }

    @Test
    void aFormThatTheBrowserSendsOnBehalfOfAnotherSiteEndsNothing() {
        Ada ada = Ada.registered(server);
        Browser one = Browser.loggedIn(server, ada);
        Browser two = Browser.loggedIn(server, ada);
        Map<String, String> form = new HashMap<>(Map.of("end", "others"));
        assertThat(one.form("/ui/sessions", form).status()).isEqualTo(403);
        form.put("csrf_token", token(new Browser(server).page("/ui/sessions")));
        assertThat(one.form("/ui/sessions", form).status()).isEqualTo(403);
        assertThat(two.whoami().status()).isEqualTo(200);
        form.put("csrf_token", token(one.page("/ui/sessions")));
        assertThat(one.form("/ui/sessions", form).status()).isEqualTo(303);
        assertThat(two.whoami().status()).isEqualTo(401);
        assertThat(one.whoami().status()).isEqualTo(200);
    }

    @Test
    void oneSessionIsEndedByItself() {
        Ada ada = Ada.registered(server);
        Browser one = Browser.loggedIn(server, ada);
        Browser two = Browser.loggedIn(server, ada);
        String id = two.whoami().at("id");
        Answer page = one.page("/ui/sessions");
        Document html = Jsoup.parse(page.body());
        assertThat(html.select("button[value=" + id + "]")).hasSize(1);
        one.form("/ui/sessions", Map.of("end", id, "csrf_token", token(page)));
        assertThat(two.whoami().status()).isEqualTo(401);
    }

    @Test
    void whoIsNotLoggedInIsLedToTheLogin() {
        Answer answer = new Browser(server).page("/ui/sessions");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/self-service/login/browser?return_to=");
    }

    @Test
    void anotherPageSwitchesTheBuiltInOneOff() {
        String elsewhere = "https://shop.example";
        String more =
                """
                selfservice:
                  default_browser_return_url: %1$s/home
                  flows:
                    login: {ui_url: "%1$s/login"}
                    registration: {ui_url: "%1$s/join"}
                    settings: {ui_url: "%1$s/me"}
                    error: {ui_url: "%1$s/error"}
                """
                        .formatted(elsewhere);
        try (TestServer other = TestServer.start("memory", more)) {
            for (String page : List.of("/", "/ui/login", "/ui/registration", "/ui/settings")) {
                assertThat(Page.get(other, page, Map.of()).status()).as(page).isEqualTo(404);
            }
            for (String page : List.of("/ui/error", "/ui/sessions", "/ui/logout")) {
                assertThat(Page.get(other, page, Map.of()).status()).as(page).isEqualTo(404);
            }
        }
    }

    private static String token(Answer page) {
        return Jsoup.parse(page.body()).select("input[name=csrf_token]").attr("value");
    }
}
