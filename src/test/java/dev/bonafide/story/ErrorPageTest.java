package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.http.Route;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people see where something failed, or where their form is out of date. */
class ErrorPageTest {
    private static final String BROKEN = "/ui/broken";
    private static final String BROWSERS = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String HOME = "http://localhost:4433/";
    private static TestServer server;

    @BeforeAll
    static void start() {
        Route broken =
                Route.open(
                        "POST",
                        BROKEN,
                        call -> {
                            throw new IllegalStateException("a fault of the test's");
                        });
        server = TestServer.with(() -> List.of(broken));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> sent(String accept, String language) {
        String address = "http://127.0.0.1:" + server.http().publicPort() + BROKEN;
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", accept)
                        .header("Accept-Language", language)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("any=thing"))
                        .build();
        return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString()).join();
    }

    @Test
    void aFaultOfAFormIsAPage() {
        HttpResponse<String> answer = sent(BROWSERS, "en");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("h1").text()).isEqualTo("That did not work");
        assertThat(page.body().text())
                .contains("Something went wrong")
                .containsPattern("finds the cause under error [0-9a-f-]{36}\\.")
                .doesNotContain("a fault of the test's");
    }

    @Test
    void aFaultIsToldInTheReadersLanguage() {
        assertThat(Jsoup.parse(sent(BROWSERS, "de").body()).body().text())
                .containsPattern("Fehlernummer [0-9a-f-]{36}")
                .doesNotContain("operator", "went wrong");
    }

    @Test
    void aScriptReadsTheErrorItself() {
        assertThat(sent("application/json", "en").body()).startsWith("{\"error\":");
        assertThat(sent("*/*", "en").body()).startsWith("{\"error\":");
    }

    /** Logged out and in again in another window: the form's token is of the time before. */
    @Test
    void aFormOfTheTimeBeforeALoginElsewhereOffersToStartAgain() {
        Ada ada = Ada.registered(server);
        Browser browser = Browser.loggedIn(server, ada);
        String id = browser.begin("settings", "?return_to=" + HOME + "app");
        Map<String, String> filled = browser.filled("settings", id, Map.of("method", "profile"));
        String logout = browser.script("/self-service/logout/browser").at("logout_url");
        browser.page(path(logout));
        browser.submit("login", browser.begin("login", ""), Browser.password(ada.email()));
        Answer led = browser.form(Browser.action("settings", id), filled);
        assertThat(led.place()).startsWith(HOME + "ui/error?id=");
        Document page = Jsoup.parse(browser.page(path(led.place())).body());
        assertThat(page.body().text()).contains("in another window").doesNotContain("CSRF");
        String again = page.select("main a.button").attr("href");
        assertThat(again).startsWith(HOME + "self-service/settings/browser?return_to=");
        assertThat(browser.page(path(again)).place()).startsWith(HOME + "ui/settings?flow=");
        assertThat(browser.json(Browser.action("settings", id), filled).status()).isEqualTo(403);
    }

    private static String path(String url) {
        return url.substring(HOME.length() - 1);
    }
}
