package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Backup codes leave the screen: by the clipboard, as a file, on paper. */
class CodesInBrowserTest {
    private static Chromium chromium;
    private static PageServer pages;

    @BeforeAll
    static void start() {
        chromium = Chromium.orLeaveOut("keeping backup codes in a browser");
        pages = PageServer.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            pages.close();
        }
    }

    /** Those that are shown, of somebody who just made them. */
    private static List<String> codes(Tab tab) {
        KeyGuest ada = KeyGuest.anew(tab, pages).registered();
        ada.settings();
        tab.press("button[name=lookup_secret_regenerate]");
        List<String> codes =
                tab.js("[...document.querySelectorAll(\".keep li\")].map(e => e.innerText)")
                        .valueStream()
                        .map(code -> code.asString(""))
                        .toList();
        assertThat(codes).hasSize(12);
        return codes;
    }

    @Test
    void theCopyButtonPutsThemIntoTheClipboardAndSaysSo() {
        try (Tab tab = chromium.tab().surroundings().withClipboard()) {
            List<String> codes = codes(tab);
            tab.click("[data-copy]");
            tab.awaits("document.querySelector('[data-copied]').innerText === 'Copied'");
            assertThat(tab.text("navigator.clipboard.readText()").lines()).isEqualTo(codes);
        }
    }

    @Test
    void theyAreDownloadedAsAFileWithoutAScript() {
        try (Tab tab = chromium.tab()) {
            List<String> codes = codes(tab);
            assertThat(tab.surroundings().download("a[download]").lines()).isEqualTo(codes);
        }
    }

    @Test
    void paperShowsNothingElse() {
        try (Tab tab = chromium.tab()) {
            List<String> codes = codes(tab);
            tab.surroundings().onPaper();
            String seen = tab.text("document.body.innerText");
            codes.forEach(code -> assertThat(seen).contains(code));
            assertThat(seen.lines().map(String::strip).filter(line -> !line.isEmpty()))
                    .containsOnlyOnceElementsOf(codes)
                    .filteredOn(line -> !codes.contains(line))
                    .containsExactly(
                            "Backup codes", "Your backup codes. Keep them in a safe place.");
        }
    }
}
