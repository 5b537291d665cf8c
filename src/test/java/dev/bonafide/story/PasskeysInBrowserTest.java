package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Passkeys, and security keys as first factors: real ceremonies in a real browser. */
class PasskeysInBrowserTest {
    private static final String LOGIN = "[name=passkey_login_trigger]";
    private static final String ONCLICK =
            """
            JSON.parse(document.body.innerText).ui.nodes.map(node => node.attributes)
              .find(node => node.name === 'passkey_login_trigger').onclick
            """;

    private static final String WEBAUTHN_LOGIN = "[name=webauthn_login_trigger]";

    private static Chromium chromium;
    private static PageServer pages;

    @BeforeAll
    static void start() {
        chromium = Chromium.orLeaveOut("passkeys in a browser");
        pages = PageServer.withKeys(true, "");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            pages.close();
        }
    }

    private static VirtualKey into(Tab other, VirtualKey key) {
        VirtualKey there = VirtualKey.platform(other);
        key.credentials().forEach(there::put);
        return there;
    }

    /** Somebody who never had a password. */
    private static KeyGuest withPasskey(Tab tab) {
        return withPasskey(tab, pages);
    }

    private static KeyGuest withPasskey(Tab tab, PageServer at) {
        KeyGuest ada = KeyGuest.anew(tab, at);
        ada.beginsRegistration();
        tab.press("[name=passkey_register_trigger]");
        assertThat(tab.heading()).isEqualTo("Welcome");
        return ada;
    }

    @Test
    void somebodyRegistersWithAPasskeyAndLogsInByTheButton() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab().withoutAutofill()) {
            VirtualKey key = VirtualKey.platform(tab);
            KeyGuest ada = withPasskey(tab);
            assertThat(key.credentials().getFirst().path("isResidentCredential").asBoolean(false))
                    .isTrue();
            assertThat(ada.level()).isEqualTo("one factor");
            other.go(pages.base() + "self-service/login/browser");
            into(other, key);
            other.press(LOGIN);
            assertThat(other.heading()).isEqualTo("Welcome");
        }
    }

    /** Conditional mediation: the page asks as it loads, and a name is never typed. */
    @Test
    void aPageThatLoadsOffersPasskeysByItself() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab()) {
            VirtualKey key = VirtualKey.platform(tab);
            withPasskey(tab);
            into(other, key);
            other.goThrough(pages.base() + "self-service/login/browser", "Welcome");
            assertThat(other.heading()).isEqualTo("Welcome");
        }
    }

    @Test
    void aRefreshAsksForOnesOwnPasskey() {
        try (Tab tab = chromium.tab()) {
            VirtualKey.platform(tab);
            KeyGuest ada = withPasskey(tab);
            tab.go(pages.base() + "self-service/login/browser?refresh=true");
            assertThat(tab.heading()).isEqualTo("Confirm that it is you");
            tab.press(LOGIN);
            assertThat(tab.heading()).isEqualTo("Welcome");
            ada.settings();
            assertThat(tab.text("document.querySelectorAll('.timeline li').length+''"))
                    .isEqualTo("2");
        }
    }

    @Test
    void aPasskeyIsAddedAndRemovedInSettings() {
        try (Tab tab = chromium.tab()) {
            KeyGuest ada = KeyGuest.anew(tab, pages).registered();
            VirtualKey.platform(tab);
            ada.settings();
            tab.press("[name=passkey_register_trigger]");
            assertThat(ada.notes()).contains("saved");
            tab.press("[name=passkey_remove]");
            assertThat(ada.notes()).contains("saved");
            assertThat(tab.text("document.querySelectorAll(\"[name=passkey_remove]\").length+''"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aFingerThatIsNotRecognisedIsSaidInWordsAndTheNextOneServes() {
        String more = "bonafide: {passkey: {user_verification: required}}";
        try (PageServer strict = PageServer.withKeys(true, more);
                Tab tab = chromium.tab().withoutAutofill()) {
            VirtualKey key = VirtualKey.platform(tab);
            KeyGuest ada = withPasskey(tab, strict);
            tab.go(strict.base() + "self-service/login/browser?refresh=true");
            key.verified(false);
            tab.click(LOGIN);
            ada.hears("Nothing was done");
            key.verified(true);
            tab.press(LOGIN);
            assertThat(tab.heading()).isEqualTo("Welcome");
        }
    }

    /** The ceremony of a button ends what autofill waits for, and begins it again. */
    @Test
    void autofillServesAfterAButtonCameToNothing() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab()) {
            VirtualKey key = VirtualKey.platform(tab);
            withPasskey(tab);
            other.go(pages.base() + "self-service/login/browser");
            VirtualKey nothing = VirtualKey.platform(other);
            other.click(LOGIN);
            new KeyGuest(other, pages.base(), "").hears("Nothing was done");
            nothing.pullOut();
            into(other, key);
            other.press(LOGIN);
            assertThat(other.heading()).isEqualTo("Welcome");
        }
    }

    @Test
    void aSecurityKeyIsAFirstFactorAfterTypingAName() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab()) {
            KeyGuest ada = KeyGuest.anew(tab, pages).registered();
            VirtualKey key = VirtualKey.usb(tab);
            ada.binds("Blue key");
            assertThat(ada.level()).isEqualTo("one factor");
            other.go(pages.base() + "self-service/login/browser");
            other.type("identifier", ada.email());
            other.press("button[value=webauthn]");
            VirtualKey there = VirtualKey.usb(other);
            key.credentials().forEach(there::put);
            other.press(WEBAUTHN_LOGIN);
            assertThat(other.heading()).isEqualTo("Welcome");
        }
    }

    /** Pages that are not ours run what a node brings along (contract clause 2.4). */
    @Test
    void theOnclickOfANodeDoesWhatItsTriggerDoes() {
        try (Tab tab = chromium.tab().withoutAutofill()) {
            VirtualKey.platform(tab);
            withPasskey(tab);
            tab.go(pages.base() + "self-service/login/browser?refresh=true");
            String page = tab.text("location.href");
            tab.go(page.replace("ui/login?flow=", "self-service/login/flows?id="));
            String onclick = tab.text(ONCLICK);
            assertThat(onclick).isEqualTo("window.oryPasskeyLogin()");
            tab.go(page);
            tab.begins(onclick);
            assertThat(tab.heading()).isEqualTo("Welcome");
        }
    }

    /** Enter presses the first button of a form; that is not another way to log in. */
    @Test
    void enterInAPasswordSendsThePassword() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab()) {
            KeyGuest ada = KeyGuest.anew(tab, pages).registered();
            other.go(pages.base() + "self-service/login/browser");
            other.type("identifier", ada.email());
            other.type("password", KeyGuest.PASSWORD);
            other.enter();
            assertThat(other.heading()).isEqualTo("Welcome");
        }
    }

    @Test
    void nobodysSecurityKeyIsAskedForAllTheSame() {
        try (Tab tab = chromium.tab()) {
            VirtualKey.usb(tab);
            tab.go(pages.base() + "self-service/login/browser");
            tab.type("identifier", "nobody@example.org");
            tab.press("button[value=webauthn]");
            tab.click(WEBAUTHN_LOGIN);
            new KeyGuest(tab, pages.base(), "").hears("Nothing was done");
        }
    }

    @Test
    void aRemovedPasskeyIsRefusedInWords() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab().withoutAutofill()) {
            KeyGuest ada = KeyGuest.anew(tab, pages).registered();
            VirtualKey key = VirtualKey.platform(tab);
            ada.settings();
            tab.press("[name=passkey_register_trigger]");
            tab.press("[name=passkey_remove]");
            other.go(pages.base() + "self-service/login/browser");
            into(other, key);
            other.press(LOGIN);
            assertThat(other.heading()).isEqualTo("Log in");
            assertThat(new KeyGuest(other, pages.base(), "").summary()).contains("not accepted");
        }
    }
}
