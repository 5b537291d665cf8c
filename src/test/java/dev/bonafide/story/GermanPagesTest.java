package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever asks for German reads German alone, on every page in every state. */
class GermanPagesTest {
    /** All that somebody sees or hears, but for what they typed themselves. */
    private static final String WORDS =
            """
            [document.title, document.body.innerText,
             ...[...document.querySelectorAll('[aria-label],[alt],[title],[data-done],[data-failed]')]
               .flatMap(e => [e.ariaLabel, e.alt, e.title, e.dataset.done, e.dataset.failed])]
              .filter(Boolean).join(' ')
            """;

    private static final String ENGLISH =
            "(?is).*\\b(the|your|you|please|with|is|are|not|and|or|sign|log|save|enter|this|of|to"
                    + "|password|key|settings|devices|first|last|one|two|factor)\\b.*";

    private static Chromium chromium;
    private static PageServer pages;

    @BeforeAll
    static void start() {
        chromium = Chromium.orLeaveOut("German pages in a browser");
        pages = PageServer.withKeys(true, "");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            pages.close();
        }
    }

    private static Tab german() {
        return chromium.tab().surroundings().inLanguage("de-DE").withoutAutofill();
    }

    private static void reads(Tab tab, String heading) {
        assertThat(tab.heading()).isEqualTo(heading);
        assertThat(tab.text("document.documentElement.lang")).isEqualTo("de");
        String words = tab.text(WORDS).replaceAll("\\S+@\\S+|Blue key", "");
        assertThat(words).as(heading).doesNotMatch(ENGLISH);
        assertThat(Axe.violations(tab)).as(heading).isEmpty();
    }

    @Test
    void nothingEnglishIsLeftOnTheWayThroughAllPages() {
        try (Tab tab = german();
                Tab other = german()) {
            KeyGuest ada = KeyGuest.anew(tab, pages);
            registers(tab, ada);
            String secret = setsUp(tab);
            logsIn(other, ada, secret);
            looksAtDevices(tab, other);
            tab.go(pages.base() + "ui/error?id=00000000-0000-4000-8000-000000000000");
            reads(tab, "Das hat nicht geklappt");
            other.go(pages.base() + "ui/login?flow=00000000-0000-4000-8000-000000000000");
            reads(other, "Anmelden");
        }
    }

    private static void registers(Tab tab, KeyGuest ada) {
        tab.go(pages.base());
        reads(tab, "Willkommen");
        tab.go(pages.base() + "self-service/registration/browser");
        reads(tab, "Konto anlegen");
        tab.press("form button");
        reads(tab, "Konto anlegen");
        tab.type("traits.email", "no address");
        tab.press("form button");
        reads(tab, "Konto anlegen");
        tab.type("traits.email", ada.email());
        tab.press("form button");
        reads(tab, "Konto anlegen");
        tab.type("password", "password1");
        tab.press("button[value=password]");
        reads(tab, "Konto anlegen");
        tab.type("password", KeyGuest.PASSWORD);
        tab.press("button[value=password]");
        reads(tab, "Willkommen");
    }

    private static String setsUp(Tab tab) {
        tab.go(pages.base() + "self-service/settings/browser");
        reads(tab, "Einstellungen");
        String secret = tab.text("document.querySelector('.secret').innerText");
        tab.type("totp_code", "1");
        tab.press("button[value=totp]");
        reads(tab, "Einstellungen");
        tab.type("totp_code", code(secret));
        tab.press("button[value=totp]");
        reads(tab, "Einstellungen");
        tab.press("button[name=lookup_secret_regenerate]");
        reads(tab, "Einstellungen");
        tab.press("button[name=lookup_secret_confirm]");
        reads(tab, "Einstellungen");
        bindsKeys(tab);
        return secret;
    }

    private static void bindsKeys(Tab tab) {
        VirtualKey key = VirtualKey.usb(tab);
        tab.click("[name=webauthn_register_trigger]");
        tab.awaits("document.querySelector('[data-key-status]').innerText !== ''");
        reads(tab, "Einstellungen");
        tab.type("webauthn_register_displayname", "Blue key");
        tab.press("[name=webauthn_register_trigger]");
        reads(tab, "Einstellungen");
        key.pullOut();
        VirtualKey.platform(tab);
        tab.press("[name=passkey_register_trigger]");
        reads(tab, "Einstellungen");
        tab.type("password", KeyGuest.PASSWORD);
        tab.press("button[value=password]");
        reads(tab, "Einstellungen");
    }

    private static void logsIn(Tab tab, KeyGuest ada, String secret) {
        pages.server().clock().forward(Duration.ofSeconds(30));
        tab.go(pages.base() + "self-service/login/browser");
        reads(tab, "Anmelden");
        tab.click("[name=passkey_login_trigger]");
        tab.awaits("document.querySelector('[data-key-status]').innerText !== ''");
        reads(tab, "Anmelden");
        tab.go(pages.base() + "self-service/login/browser");
        tab.type("identifier", ada.email());
        tab.type("password", "not the one");
        tab.press("button[value=password]");
        reads(tab, "Anmelden");
        tab.type("password", KeyGuest.PASSWORD);
        tab.press("button[value=password]");
        reads(tab, "Zweiter Schritt");
        tab.type("lookup_secret", "nonsense");
        tab.press("button[value=lookup_secret]");
        reads(tab, "Zweiter Schritt");
        tab.type("totp_code", code(secret));
        tab.press("button[value=totp]");
        reads(tab, "Willkommen");
        tab.go(pages.base() + "self-service/login/browser?refresh=true");
        reads(tab, "Bestätigen Sie, dass Sie es sind");
    }

    private static void looksAtDevices(Tab tab, Tab other) {
        tab.go(pages.base() + "ui/sessions");
        reads(tab, "Geräte");
        tab.press("button[value=others]");
        reads(tab, "Geräte");
        tab.go(pages.base() + "ui/logout");
        reads(tab, "Abmelden");
        tab.press("main form button");
        reads(tab, "Willkommen");
        other.go(pages.base() + "self-service/login/browser");
        other.type("identifier", "niemand@example.org");
        other.press("button[value=webauthn]");
        reads(other, "Anmelden");
    }

    /** What cannot be said in German is left out, not said in English. */
    @Test
    void aFormOfAnotherBrowserIsRefusedInGerman() {
        try (Tab one = german();
                Tab two = german()) {
            one.go(pages.base() + "self-service/login/browser");
            two.go(one.text("location.href"));
            reads(two, "Das hat nicht geklappt");
            one.js("document.querySelector('[name=csrf_token]').value = 'old', 0");
            one.type("identifier", "niemand@example.org");
            one.press("button[value=password]");
            reads(one, "Das hat nicht geklappt");
            one.press("main a.button");
            reads(one, "Anmelden");
        }
    }

    private static String code(String secret) {
        return AuthenticatorApp.code(secret, pages.server().clock().now());
    }
}
