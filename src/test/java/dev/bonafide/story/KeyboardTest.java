package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Everything by Tab and Enter: what has the focus can be seen, and the focus goes down the page as
 * its text does (WCAG 2.1.1, 2.4.3, 2.4.7, 2.4.11).
 */
class KeyboardTest {
    private static final int MOST = 60;

    /** What has the focus is drawn around, and in the window. */
    private static final String SEEN =
            """
            (() => {
              const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
              return e.matches(':focus-visible') && s.outlineStyle !== 'none'
                && parseFloat(s.outlineWidth) >= 2
                && r.width > 0 && r.bottom > 0 && r.top < innerHeight && r.left >= 0;
            })()
            """;

    private static Chromium chromium;
    private static PageServer pages;

    @BeforeAll
    static void start() {
        chromium = Chromium.orLeaveOut("pages by keyboard");
        pages = PageServer.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            pages.close();
        }
    }

    /** Presses Tab until this has the focus. */
    private static void tabTo(Tab tab, String selector) {
        tab.js("window.before = document.activeElement, 0");
        for (int i = 0; i < MOST; i++) {
            tab.key("Tab", 9, "");
            assertThat(tab.js(SEEN).asBoolean(false))
                    .as("focus is seen at " + tab.text("document.activeElement.outerHTML"))
                    .isTrue();
            assertThat(
                            tab.js(
                                            "(document.body === before || before.contains(document.activeElement) ||"
                                                    + " !!(before.compareDocumentPosition(document.activeElement)"
                                                    + " & Node.DOCUMENT_POSITION_FOLLOWING))")
                                    .asBoolean(false))
                    .as("focus goes down the page")
                    .isTrue();
            tab.js("window.before = document.activeElement, 0");
            if (tab.js("document.activeElement.matches('" + selector + "')").asBoolean(false)) {
                return;
            }
        }
        throw new AssertionError("no Tab leads to " + selector);
    }

    private static void types(Tab tab, String selector, String text) {
        tabTo(tab, selector);
        tab.ask("Input.insertText", java.util.Map.of("text", text));
    }

    @Test
    void aPersonDoesEverythingByTabAndEnter() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab()) {
            KeyGuest ada = KeyGuest.anew(tab, pages);
            registers(tab, ada);
            String secret = addsAnApp(tab);
            pages.server().clock().forward(Duration.ofSeconds(30));
            logsIn(other, ada, secret);
            tabTo(tab, "header a[href*=logout]");
            tab.enter();
            tabTo(tab, "main form button");
            tab.enter();
            assertThat(tab.heading()).isEqualTo("Welcome");
        }
    }

    private static void registers(Tab tab, KeyGuest ada) {
        tab.go(pages.base());
        tabTo(tab, "a.button[href*=registration]");
        tab.enter();
        types(tab, "[name=\"traits.email\"]", ada.email());
        tab.enter();
        types(tab, "[name=password]", KeyGuest.PASSWORD);
        tab.enter();
        assertThat(tab.heading()).isEqualTo("Welcome");
    }

    private static String addsAnApp(Tab tab) {
        tabTo(tab, "main a.button");
        tab.enter();
        String secret = tab.text("document.querySelector('.secret').innerText");
        types(tab, "[name=totp_code]", "000000");
        tabTo(tab, "button[value=totp]");
        tab.enter();
        tab.awaits("document.activeElement.className === 'summary'");
        tabTo(tab, ".summary a");
        tab.key("Enter", 13, "\r");
        tab.awaits("document.activeElement.name === 'totp_code'");
        tab.ask("Input.insertText", java.util.Map.of("text", code(secret)));
        tab.enter();
        assertThat(tab.text("document.querySelector('.note').innerText")).contains("saved");
        return secret;
    }

    private static void logsIn(Tab tab, KeyGuest ada, String secret) {
        tab.go(pages.base());
        tabTo(tab, "header a[href*=login]");
        tab.enter();
        types(tab, "[name=identifier]", ada.email());
        types(tab, "[name=password]", KeyGuest.PASSWORD);
        tabTo(tab, "button[value=password]");
        tab.enter();
        types(tab, "[name=totp_code]", code(secret));
        tab.enter();
        assertThat(tab.heading()).isEqualTo("Welcome");
    }

    @Test
    void theFirstTabOffersToSkipWhatIsOnEveryPage() {
        try (Tab tab = chromium.tab()) {
            tab.go(pages.base() + "self-service/login/browser");
            tabTo(tab, ".skip");
            tab.key("Enter", 13, "\r");
            tab.awaits("document.activeElement.id === 'main'");
            tabTo(tab, "[name=identifier]");
        }
    }

    private static String code(String secret) {
        return AuthenticatorApp.code(secret, pages.server().clock().now());
    }
}
