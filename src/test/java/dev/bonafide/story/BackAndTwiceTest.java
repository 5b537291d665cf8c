package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@link BrowserEndsWellTest} plays, on the pages and by a browser's own buttons. */
class BackAndTwiceTest {
    private static final String PASSWORD = "button[value=password]";

    private static Chromium chromium;
    private static PageServer pages;

    @BeforeAll
    static void start() {
        chromium = Chromium.orLeaveOut("double clicks, back and two tabs in a browser");
        pages = PageServer.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            pages.close();
        }
    }

    private static KeyGuest loggedIn(Tab tab, Tab first) {
        KeyGuest ada = KeyGuest.anew(first, pages).registered();
        return ada.at(tab);
    }

    @Test
    void aDoubleClickLogsInOnce() {
        try (Tab first = chromium.tab();
                Tab tab = chromium.tab()) {
            KeyGuest ada = KeyGuest.anew(first, pages).registered();
            tab.go(pages.base() + "self-service/login/browser");
            tab.type("identifier", ada.email());
            tab.type("password", KeyGuest.PASSWORD);
            String button = "document.querySelector('" + PASSWORD + "')";
            tab.begins("const b = " + button + "; b.click(); b.click();");
            assertThat(tab.heading()).isEqualTo("Welcome");
            assertThat(tab.text("document.querySelector('header nav').innerText"))
                    .contains("Settings");
        }
    }

    @Test
    void backAfterALoginAndTheFormAgainLeadsOn() {
        try (Tab first = chromium.tab();
                Tab tab = chromium.tab()) {
            KeyGuest ada = loggedIn(tab, first);
            tab.goBack();
            assertThat(tab.heading()).isEqualTo("That did not work");
            tab.press("main a.button");
            assertThat(tab.heading()).isEqualTo("Welcome");
            assertThat(ada.level()).isEqualTo("one factor");
        }
    }

    /** One window logs out and in again; the other one's settings are of the time before. */
    @Test
    void settingsOfTheTimeBeforeALoginOfferToStartAgain() {
        try (Tab first = chromium.tab();
                Tab tab = chromium.tab();
                Tab beside = tab.beside()) {
            KeyGuest ada = loggedIn(tab, first);
            ada.settings();
            beside.go(pages.base() + "ui/logout");
            beside.press("main form button");
            new KeyGuest(beside, pages.base(), ada.email()).at(beside);
            assertThat(beside.heading()).isEqualTo("Welcome");
            tab.type("traits.name.first", "Ada");
            tab.press("button[value=profile]");
            assertThat(tab.heading()).isEqualTo("That did not work");
            Look.at(tab, "stale");
            tab.press("main a.button");
            assertThat(tab.heading()).isEqualTo("Settings");
            tab.type("traits.name.first", "Ada");
            tab.press("button[value=profile]");
            assertThat(ada.notes()).contains("saved");
        }
    }
}
