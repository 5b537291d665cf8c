package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Logins that ask for the identifier first, and registration in one step, in a real browser: each
 * page looked at by axe, in both schemes and widths.
 */
class StylesInBrowserTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String CONTINUE = "button[value=identifier_first]";
    private static final String PROVE = "button[value=password]";

    private static Chromium chromium;
    private static PageServer nameFirst;

    @BeforeAll
    static void start() {
        chromium = Chromium.orLeaveOut("logins and registrations of both styles in a browser");
        nameFirst = PageServer.withKeys(true, "{style: identifier_first}", "");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            nameFirst.close();
        }
    }

    private static Guest registered(Tab tab) {
        KeyGuest ada = KeyGuest.anew(tab, nameFirst).registered();
        return new Guest(tab, nameFirst.base(), ada.email());
    }

    private static Guest elsewhere(Tab tab, Guest ada) {
        return new Guest(tab, nameFirst.base(), ada.email());
    }

    @Test
    void aPersonLogsInInTwoStepsWithoutScripts() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab().scripts(false)) {
            Guest ada = elsewhere(other, registered(tab));
            ada.at("/self-service/login/browser", "login-name");
            assertThat(attribute(other, "identifier", "autocomplete"))
                    .isEqualTo("username webauthn");
            other.press(CONTINUE);
            ada.sees("Log in", "login-name-missing");
            other.type("identifier", ada.email());
            other.press(CONTINUE);
            ada.sees("Log in", "login-name-typed");
            provesThePassword(ada);
        }
    }

    private static void provesThePassword(Guest ada) {
        Tab tab = ada.tab();
        assertThat(tab.text("document.querySelector('.account strong').innerText"))
                .isEqualTo(ada.email());
        assertThat(attribute(tab, "password", "autocomplete")).isEqualTo("current-password");
        assertThat(
                        tab.text(
                                "document.querySelector('[name=password]').form"
                                        + ".querySelector('[autocomplete=username]').value"))
                .isEqualTo(ada.email());
        tab.type("password", "not the password at all");
        tab.press(PROVE);
        ada.sees("Log in", "login-name-wrong");
        tab.type("password", PASSWORD);
        tab.press(PROVE);
        assertThat(tab.heading()).isEqualTo("Welcome");
    }

    @Test
    void somebodyElseBeginsAgain() {
        try (Tab tab = chromium.tab()) {
            tab.go(nameFirst.base() + "self-service/login/browser");
            tab.type("identifier", "somebody@example.org");
            tab.press(CONTINUE);
            tab.press("main a[href*=\"login/browser\"]");
            assertThat(tab.text("document.querySelector('[name=identifier]').type"))
                    .isEqualTo("text");
        }
    }

    /** Tab, Enter, and no mouse. */
    @Test
    void bothStepsAreDoneByKeyboard() {
        try (Tab tab = chromium.tab();
                Tab other = chromium.tab().withoutAutofill()) {
            Guest ada = registered(tab);
            other.go(nameFirst.base() + "self-service/login/browser");
            other.type("identifier", ada.email());
            other.enter();
            assertThat(focusable(other))
                    .containsSubsequence("webauthn", "passkey_login_trigger", "password");
            other.type("password", PASSWORD);
            other.enter();
            assertThat(other.heading()).isEqualTo("Welcome");
        }
    }

    /** What Tab leads to within the forms, in its order. */
    private static List<String> focusable(Tab tab) {
        String script =
                "[...document.querySelectorAll('main form :is(input:not([type=hidden],[hidden]),button)')]"
                        + ".filter(e => e.tabIndex >= 0 && e.offsetParent)"
                        + ".map(e => e.name === 'method' ? e.value : e.name)";
        return StreamSupport.stream(tab.js(script).spliterator(), false)
                .map(each -> each.asString(""))
                .toList();
    }

    @Test
    void aPasskeyIsOfferedAtTheFirstStepAndAskedForAtTheSecond() {
        try (Tab tab = chromium.tab();
                Tab offered = chromium.tab();
                Tab asked = chromium.tab().withoutAutofill()) {
            VirtualKey key = VirtualKey.platform(tab);
            KeyGuest ada = KeyGuest.anew(tab, nameFirst);
            ada.beginsRegistration();
            tab.press("[name=passkey_register_trigger]");
            VirtualKey first = VirtualKey.platform(offered);
            key.credentials().forEach(first::put);
            offered.goThrough(nameFirst.base() + "self-service/login/browser", "Welcome");
            assertThat(offered.heading()).isEqualTo("Welcome");
            asked.go(nameFirst.base() + "self-service/login/browser");
            asked.type("identifier", ada.email());
            asked.press(CONTINUE);
            VirtualKey second = VirtualKey.platform(asked);
            key.credentials().forEach(second::put);
            asked.press("[name=passkey_login_trigger]");
            assertThat(asked.heading()).isEqualTo("Welcome");
        }
    }

    @Test
    void aPersonRegistersInOneStepWithoutScripts() {
        String unified =
                "  flows: {registration: {style: unified, after: {password: {hooks: [{hook: session}]}}}}";
        try (PageServer oneStep = PageServer.with(unified);
                Tab tab = chromium.tab().scripts(false)) {
            Guest ada = new Guest(tab, oneStep.base(), "ada@example.org");
            ada.at("/self-service/registration/browser", "registration-unified");
            assertThat(attribute(tab, "traits.email", "autocomplete")).isEqualTo("email");
            assertThat(attribute(tab, "password", "autocomplete")).isEqualTo("new-password");
            tab.press(PROVE);
            ada.sees("Create an account", "registration-unified-wrong");
            tab.type("traits.email", ada.email());
            tab.type("password", PASSWORD);
            tab.press(PROVE);
            assertThat(tab.heading()).isEqualTo("Welcome");
        }
    }

    @Test
    void theWayBackOfTwoStepsKeepsWhatWasTyped() {
        try (Tab tab = chromium.tab().scripts(false)) {
            Guest bob = new Guest(tab, nameFirst.base(), "bob@example.org");
            tab.go(nameFirst.base() + "self-service/registration/browser");
            tab.type("traits.email", bob.email());
            tab.press("main form button");
            bob.sees("Create an account", "registration-keys");
            tab.press("button[name=screen]");
            bob.sees("Create an account", "registration-back");
            assertThat(tab.text("document.querySelector('[name=\"traits.email\"]').value"))
                    .isEqualTo(bob.email());
        }
    }

    private static String attribute(Tab tab, String name, String attribute) {
        return tab.text(
                "document.querySelector('[name=\"%s\"]').getAttribute('%s')"
                        .formatted(name, attribute));
    }
}
