package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Security keys as second factors: real ceremonies in a real browser. */
class KeysInBrowserTest {
    private static final String LOGIN = "[name=webauthn_login_trigger]";
    private static final String REGISTER = "[name=webauthn_register_trigger]";
    private static final String BUTTON = "document.querySelector('" + REGISTER + "')";

    private static Chromium chromium;
    private static PageServer pages;

    @BeforeAll
    static void start() {
        chromium = Chromium.orLeaveOut("security keys in a browser");
        pages = PageServer.withKeys(false, "");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            pages.close();
        }
    }

    private static KeyGuest registered(Tab tab) {
        return KeyGuest.anew(tab, pages).registered();
    }

    /** The same key, plugged into another browser. */
    private static VirtualKey into(Tab other, VirtualKey key) {
        VirtualKey there = VirtualKey.usb(other);
        key.credentials().forEach(there::put);
        return there;
    }

    @Test
    void aUsbKeyWithoutVerificationIsASecondFactor() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab()) {
            KeyGuest ada = registered(tab);
            VirtualKey key = VirtualKey.usb(tab);
            ada.binds("Blue key");
            assertThat(ada.level()).isEqualTo("two factors");
            KeyGuest there = ada.at(other);
            assertThat(other.heading()).isEqualTo("Second step");
            into(other, key);
            other.press(LOGIN);
            assertThat(other.heading()).isEqualTo("Welcome");
            assertThat(there.level()).isEqualTo("two factors");
        }
    }

    @Test
    void aPlatformAuthenticatorWithVerificationIsASecondFactorToo() {
        try (Tab tab = chromium.tab()) {
            KeyGuest ada = registered(tab);
            VirtualKey.platform(tab);
            ada.binds("This laptop");
            tab.go(pages.base() + "self-service/login/browser?refresh=true&aal=aal2");
            tab.press(LOGIN);
            assertThat(tab.heading()).isEqualTo("Welcome");
            ada.settings();
            assertThat(tab.text("document.querySelectorAll('.timeline li').length+''"))
                    .isEqualTo("3");
        }
    }

    @Test
    void eitherOfTwoKeysWillDo() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab()) {
            KeyGuest ada = registered(tab);
            VirtualKey one = VirtualKey.usb(tab);
            ada.binds("One");
            one.pullOut();
            VirtualKey two = VirtualKey.usb(tab);
            ada.binds("Two");
            ada.at(other);
            into(other, two);
            other.press(LOGIN);
            assertThat(other.heading()).isEqualTo("Welcome");
        }
    }

    @Test
    void aStrangersKeyIsNotEvenAskedToSign() {
        try (Tab tab = chromium.tab();
                Tab strangers = chromium.tab();
                Tab other = chromium.tab()) {
            KeyGuest ada = registered(tab);
            VirtualKey.usb(tab);
            ada.binds("Mine");
            KeyGuest eve = registered(strangers);
            VirtualKey wrong = VirtualKey.usb(strangers);
            eve.binds("Hers");
            KeyGuest there = ada.at(other);
            into(other, wrong);
            other.click(LOGIN);
            there.hears("Nothing was done");
            assertThat(other.heading()).isEqualTo("Second step");
        }
    }

    @Test
    void theSameKeyIsNotBoundTwice() {
        try (Tab tab = chromium.tab()) {
            KeyGuest ada = registered(tab);
            VirtualKey key = VirtualKey.usb(tab);
            ada.binds("Blue key");
            tab.type("webauthn_register_displayname", "Once more");
            tab.click(REGISTER);
            ada.hears("registered already");
            assertThat(key.credentials()).hasSize(1);
        }
    }

    /** Nobody touches it for as long as the page waits; a browser says the same of both. */
    @Test
    void aPromptThatIsCancelledIsSaidAndCanBeTriedAgain() {
        try (Tab tab = chromium.tab()) {
            KeyGuest ada = registered(tab);
            VirtualKey key = VirtualKey.usb(tab);
            key.touched(false);
            ada.settings();
            tab.type("webauthn_register_displayname", "Blue key");
            tab.js("{%1$s.value = %1$s.value.replace('600000', '500')}".formatted(BUTTON));
            tab.click(REGISTER);
            ada.hears("Waiting for your key");
            ada.hears("Nothing was done");
            key.touched(true);
            tab.press(REGISTER);
            assertThat(ada.notes()).contains("saved");
        }
    }

    @Test
    void aKeyWithoutANameIsNotAskedToSign() {
        try (Tab tab = chromium.tab()) {
            KeyGuest ada = registered(tab);
            VirtualKey key = VirtualKey.usb(tab);
            ada.settings();
            tab.click(REGISTER);
            ada.hears("name");
            assertThat(key.credentials()).isEmpty();
            assertThat(tab.text("document.activeElement.name"))
                    .isEqualTo("webauthn_register_displayname");
        }
    }

    @Test
    void aRemovedKeyLiftsNothing() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab()) {
            KeyGuest ada = registered(tab);
            VirtualKey.usb(tab);
            ada.binds("One");
            KeyGuest there = ada.at(other);
            assertThat(other.heading()).isEqualTo("Second step");
            tab.press("[name=webauthn_remove]");
            assertThat(ada.notes()).contains("saved");
            assertThat(there.level()).isEqualTo("one factor");
        }
    }

    /** What a copy of a key does shows as soon as the other one is used: its counter is behind. */
    @Test
    void aClonedKeyIsRefusedWhereTheOperatorWantsIt() {
        String more = "bonafide: {webauthn: {refuse_copied: true}}";
        try (PageServer strict = PageServer.withKeys(false, more);
                Tab tab = chromium.tab();
                Tab other = chromium.tab()) {
            KeyGuest ada = KeyGuest.anew(tab, strict).registered();
            VirtualKey key = VirtualKey.usb(tab);
            ada.binds("Blue key");
            KeyGuest thief = ada.at(other);
            into(other, key);
            tab.go(strict.base() + "self-service/login/browser?refresh=true&aal=aal2");
            tab.press(LOGIN);
            assertThat(tab.heading()).isEqualTo("Welcome");
            other.press(LOGIN);
            assertThat(other.heading()).isEqualTo("Second step");
            assertThat(thief.summary()).contains("may have been copied");
        }
    }
}
