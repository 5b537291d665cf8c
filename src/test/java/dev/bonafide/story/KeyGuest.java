package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Entropy;

/** Somebody in front of a browser with scripts, and with keys. */
record KeyGuest(Tab tab, String base, String email) {
    static final String PASSWORD = "correct horse battery staple";
    private static final String STATUS = "document.querySelector('[data-key-status]')";

    /** Somebody whom nobody knows yet. */
    static KeyGuest anew(Tab tab, PageServer pages) {
        String name = pages.server().bean(Entropy.class).uuid().toString();
        return new KeyGuest(tab, pages.base(), name + "@example.org");
    }

    /** Says who they are; by what they log in from now on is the next question. */
    void beginsRegistration() {
        tab.go(base + "self-service/registration/browser");
        tab.type("traits.email", email);
        tab.press("form button");
    }

    /** Creates the account with a password, and is logged in then. */
    KeyGuest registered() {
        beginsRegistration();
        tab.type("password", PASSWORD);
        tab.press("button[value=password]");
        assertThat(tab.heading()).isEqualTo("Welcome");
        return this;
    }

    void settings() {
        tab.go(base + "self-service/settings/browser");
    }

    /** Logs in with the password, in a browser of its own. */
    KeyGuest at(Tab other) {
        KeyGuest there = new KeyGuest(other, base, email);
        other.go(base + "self-service/login/browser");
        there.typesPassword();
        return there;
    }

    void typesPassword() {
        tab.type("identifier", email);
        tab.type("password", PASSWORD);
        tab.press("button[value=password]");
    }

    /** Binds a security key on the settings page, where it is called so. */
    void binds(String name) {
        settings();
        tab.type("webauthn_register_displayname", name);
        tab.press("[name=webauthn_register_trigger]");
        assertThat(notes()).contains("saved");
    }

    String notes() {
        return tab.text("[...document.querySelectorAll('.note')].map(e => e.innerText).join()");
    }

    /** What the page says went wrong. */
    String summary() {
        return tab.text("document.querySelector('.summary')?.innerText ?? ''");
    }

    /** Waits until the page says this of the key, where screen readers hear it. */
    void hears(String words) {
        tab.awaits("%s?.innerText.includes('%s')".formatted(STATUS, words));
        assertThat(tab.text(STATUS + ".getAttribute('aria-live')")).isEqualTo("polite");
    }

    String level() {
        settings();
        return tab.text("document.querySelector('strong.level').innerText");
    }
}
