package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A person's whole story in a real browser with scripts switched off, each page on the way looked
 * at by axe: light and dark, on a phone and on a desk.
 *
 * <p>{@code -Dpages.pictures=FOLDER} keeps a picture of each.
 */
class PagesInBrowserTest {
    private static final String PASSWORD = "correct horse battery staple";

    private static Chromium chromium;
    private static TestServer server;
    private static String base = "";

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = Chromium.program();
        if (program.isEmpty()) {
            System.out.println("LEFT OUT: pages in a browser; there is no Chromium here");
        }
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        chromium = Chromium.start(program.get());
        server = onAPortOfItsOwn();
    }

    /** Its links must lead to itself, and its cookies be of the browser's day. */
    private static TestServer onAPortOfItsOwn() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        base = "http://localhost:" + port + "/";
        TestClock clock = new TestClock();
        clock.forward(Duration.between(clock.now(), Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        String serve =
                "{serve: {public: {port: %d, base_url: '%s'}}, selfservice: {default_browser_return_url: '%s'}}"
                        .formatted(port, base, base);
        return TestServer.start("memory", serve, clock);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aPersonDoesEverythingWithoutScripts() {
        try (Tab tab = chromium.tab().scripts(false);
                Tab other = chromium.tab().scripts(false)) {
            Guest ada = new Guest(tab, base, "ada@example.org");
            registers(ada);
            String secret = setsUpFactors(ada);
            logsInElsewhere(new Guest(other, base, ada.email()), secret);
            endsTheOther(ada, other);
            logsOut(ada);
        }
    }

    private static void registers(Guest ada) {
        ada.at("/", "welcome-out");
        ada.follows("registration", "registration");
        ada.tab().press("form button");
        ada.sees("Create an account", "registration-wrong");
        ada.tab().type("traits.email", ada.email());
        ada.tab().press("form button");
        ada.sees("Create an account", "registration-second");
        ada.tab().type("password", "short");
        ada.tab().press("button[value=password]");
        ada.sees("Create an account", "registration-short");
        assertThat(ada.tab().text("document.querySelector('.summary').innerText")).contains("5");
        ada.tab().type("password", PASSWORD);
        ada.tab().press("button[value=password]");
        ada.sees("Welcome", "welcome-in");
    }

    private static String setsUpFactors(Guest ada) {
        ada.follows("settings", "settings");
        String secret = ada.tab().text("document.querySelector('.secret').innerText");
        ada.tab().type("totp_code", "000000");
        ada.tab().press("button[value=totp]");
        ada.sees("Settings", "settings-wrong");
        ada.tab().type("totp_code", code(secret));
        ada.tab().press("button[value=totp]");
        ada.sees("Settings", "settings-linked");
        assertThat(ada.tab().text("document.querySelector('.note').innerText")).contains("saved");
        ada.tab().press("button[name=lookup_secret_regenerate]");
        ada.sees("Settings", "settings-codes");
        ada.tab().press("button[name=lookup_secret_confirm]");
        ada.sees("Settings", "settings-all");
        assertThat(ada.tab().text("document.querySelector('strong.level').innerText"))
                .isEqualTo("two factors");
        return secret;
    }

    private static void logsInElsewhere(Guest ada, String secret) {
        server.clock().forward(Duration.ofSeconds(30));
        ada.at("/self-service/login/browser", "login");
        ada.tab().type("identifier", ada.email());
        ada.tab().type("password", "not the password at all");
        ada.tab().press("button[value=password]");
        ada.sees("Log in", "login-wrong");
        ada.tab().type("identifier", ada.email());
        ada.tab().type("password", PASSWORD);
        ada.tab().press("button[value=password]");
        ada.sees("Second step", "login-second");
        ada.tab().type("totp_code", "000000");
        ada.tab().press("button[value=totp]");
        ada.sees("Second step", "login-second-wrong");
        ada.tab().type("totp_code", code(secret));
        ada.tab().press("button[value=totp]");
        assertThat(ada.tab().heading()).isEqualTo("Welcome");
    }

    private static void endsTheOther(Guest ada, Tab other) {
        ada.at("/ui/sessions", "sessions");
        assertThat(ada.tab().js("document.querySelectorAll('.card').length").asInt(0)).isEqualTo(2);
        ada.tab().press("button[value=others]");
        ada.sees("Devices", "sessions-one");
        other.go(base + "self-service/settings/browser");
        assertThat(other.path()).isEqualTo("/ui/login");
    }

    private static void logsOut(Guest ada) {
        ada.follows("ui/logout", "logout");
        ada.tab().press("main form button");
        ada.sees("Welcome", "welcome-again");
        ada.at("/ui/logout", "logout-done");
        ada.at("/ui/error?id=00000000-0000-4000-8000-000000000000", "error");
    }

    /** A flow of one browser in another one. */
    @Test
    void anotherBrowsersFlowIsNotShown() {
        try (Tab one = chromium.tab();
                Tab two = chromium.tab()) {
            one.go(base + "self-service/login/browser");
            Guest guest = new Guest(two, base, "");
            guest.at(one.text("location.pathname + location.search"), "foreign");
            assertThat(two.js("document.querySelectorAll('main form').length").asInt(9)).isZero();
        }
    }

    @Test
    void enterSubmitsAndTheSummaryHasTheFocus() {
        try (Tab tab = chromium.tab()) {
            tab.go(base + "self-service/login/browser");
            tab.type("identifier", "nobody@example.org");
            tab.type("password", "something that is wrong");
            tab.enter();
            tab.awaits("document.activeElement.className === 'summary'");
        }
    }

    /** Everything that a first visit loads. */
    @Test
    void aColdLoginPageIsSmall() {
        try (Tab tab = chromium.tab()) {
            tab.go(base + "self-service/login/browser");
            int bytes = tab.loadedBytes();
            System.out.println("a cold login page has " + bytes + " bytes, head lines included");
            assertThat(bytes).isBetween(2_000, 60_000);
        }
    }

    @Test
    void nothingIsBlockedOrFails() {
        try (Tab tab = chromium.tab()) {
            tab.ask("Log.enable", java.util.Map.of());
            tab.go(base + "self-service/registration/browser");
            assertThat(tab.complaints()).isEqualTo(List.of());
        }
    }

    private static String code(String secret) {
        return AuthenticatorApp.code(secret, server.clock().now());
    }
}
