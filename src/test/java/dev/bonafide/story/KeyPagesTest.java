package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every page in the states that keys add, looked at as {@link PagesInBrowserTest} does. */
class KeyPagesTest {
    private static final String REGISTER = "[name=webauthn_register_trigger]";

    private static Chromium chromium;
    private static PageServer first;
    private static PageServer second;

    @BeforeAll
    static void start() {
        chromium = Chromium.orLeaveOut("pages with keys in a browser");
        first = PageServer.withKeys(true, "");
        second = PageServer.withKeys(false, "");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            first.close();
            second.close();
        }
    }

    @Test
    void keysThatAreSecondFactors() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab()) {
            KeyGuest ada = KeyGuest.anew(tab, second).registered();
            VirtualKey.usb(tab);
            ada.settings();
            tab.click(REGISTER);
            ada.hears("name");
            Look.at(tab, "key-unnamed");
            ada.binds("Blue key with a name that is as long as people make them, or longer");
            Look.at(tab, "key-settings");
            ada.at(other);
            Look.at(other, "key-second");
            VirtualKey.usb(other);
            other.click("[name=webauthn_login_trigger]");
            new KeyGuest(other, second.base(), "").hears("Nothing was done");
            Look.at(other, "key-second-cancelled");
        }
    }

    @Test
    void keysThatAreFirstFactors() {
        try (Tab tab = chromium.tab().withoutAutofill();
                Tab other = chromium.tab().withoutAutofill()) {
            KeyGuest ada = KeyGuest.anew(tab, first);
            ada.beginsRegistration();
            Look.at(tab, "key-registration");
            VirtualKey.platform(tab);
            tab.press("[name=passkey_register_trigger]");
            ada.settings();
            Look.at(tab, "key-settings-passkey");
            tab.go(first.base() + "self-service/login/browser?refresh=true");
            Look.at(tab, "key-refresh");
            other.go(first.base() + "self-service/login/browser");
            Look.at(other, "key-login");
            other.type("identifier", ada.email());
            other.press("button[value=webauthn]");
            Look.at(other, "key-login-ready");
        }
    }

    @Test
    void aLoginThatAsksForTheNameFirst() {
        String style = "    login: {style: identifier_first}";
        try (PageServer asking = PageServer.withKeys(false, style);
                Tab tab = chromium.tab().withoutAutofill()) {
            tab.go(asking.base() + "self-service/login/browser");
            Look.at(tab, "name-first");
            tab.type("identifier", "nobody@example.org");
            tab.enter();
            Look.at(tab, "name-first-second");
            tab.type("password", "not the one");
            tab.press("button[value=password]");
            Look.at(tab, "name-first-wrong");
        }
    }

    /** All but keys works; keys say why they do not. */
    @Test
    void withoutScriptsKeysAreNotOfferedAndAllElseWorks() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab().scripts(false)) {
            KeyGuest ada = KeyGuest.anew(tab, first).registered();
            other.go(first.base() + "self-service/login/browser");
            other.scripts(true);
            Look.at(other, "key-login-scriptless");
            assertThat(other.text("document.querySelector('[data-click]').hidden + ''"))
                    .isEqualTo("true");
            assertThat(other.text("document.querySelector('noscript').innerHTML"))
                    .contains("needs JavaScript");
            other.scripts(false);
            new KeyGuest(other, first.base(), ada.email()).typesPassword();
            assertThat(other.heading()).isEqualTo("Welcome");
        }
    }
}
