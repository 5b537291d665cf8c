package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages as written: from the nodes of flows, for people and their password managers. */
class PageScenarioTest {
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
    void showsALoginForm() {
        Page page = page(new Ada(server), "login", "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.one("form").attr("action")).contains("/self-service/login?flow=");
        assertThat(page.one("input[name=identifier]").attr("autocomplete")).isEqualTo("username");
        assertThat(page.one("input[type=password]").attr("autocomplete"))
                .isEqualTo("current-password");
        assertThat(page.one("form button[type=submit]").attr("name")).isEqualTo("method");
    }

    @Test
    void speaksGermanToThoseWhoAskForIt() {
        Map<String, String> german = Map.of("Accept-Language", "fr;q=0.9, de-AT, en;q=0.5");
        String flow = new Ada(server).begin("login", "");
        Page page = Page.get(server, "/ui/login?flow=" + flow, german);
        assertThat(page.html().select("html").attr("lang")).isEqualTo("de");
        assertThat(page.header("Content-Language")).isEqualTo("de");
        assertThat(page.texts("h1")).containsExactly("Anmelden");
    }

    @Test
    void saysWhatIsWrongAtTheTopAndAtTheField() {
        Ada nobody = new Ada(server);
        String flow = nobody.begin("login", "");
        nobody.submit("login", flow, "{\"method\":\"password\",\"identifier\":\"\"}");
        Page page = Page.get(server, "/ui/login?flow=" + flow, Map.of());
        String target = page.one(".summary a[href=#default-identifier]").attr("href");
        assertThat(page.html().select(target).attr("aria-invalid")).isEqualTo("true");
        assertThat(page.html().title()).startsWith("Error: ");
    }

    @Test
    void showsWhatASessionHasProven() {
        Ada ada = Ada.registered(server);
        ada.enrolTotp();
        Page page = page(ada, "settings", "");
        assertThat(page.texts(".timeline .what")).containsExactly("Password", "Authenticator app");
        assertThat(page.one("strong.level").text()).isEqualTo("two factors");
    }

    @Test
    void offersCodesToKeepWithoutAScript() {
        Ada ada = Ada.registered(server);
        String flow = ada.begin("settings", "");
        Answer shown =
                ada.submit(
                        "settings",
                        flow,
                        "{\"method\":\"lookup_secret\",\"lookup_secret_regenerate\":true}");
        Page page = Page.get(server, "/ui/settings?flow=" + flow, ada.headers());
        assertThat(page.texts(".keep li")).isEqualTo(shown.lookupSecrets());
        assertThat(page.one("a[download]").attr("href"))
                .isEqualTo(
                        "data:text/plain;charset=utf-8,"
                                + String.join("%0A", shown.lookupSecrets()));
    }

    @Test
    void allowsNoScriptInline() {
        Page page = page(new Ada(server), "registration", "");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.html().select("script:not([src]), style, [style], [onclick]")).isEmpty();
        assertThat(page.html().select("script, link[rel=stylesheet]"))
                .allSatisfy(each -> assertThat(each.attr("integrity")).startsWith("sha256-"));
    }

    private static Page page(Ada somebody, String kind, String query) {
        Map<String, String> headers = new HashMap<>(somebody.headers());
        String flow = somebody.begin(kind, query);
        return Page.get(server, "/ui/" + kind + "?flow=" + flow, headers);
    }
}
