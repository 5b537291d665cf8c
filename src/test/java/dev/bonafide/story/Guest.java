package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/** Somebody in front of a browser, whose pages are all looked at. */
record Guest(Tab tab, String base, String email) {
    private static final List<String> SCHEMES = List.of("light", "dark");
    private static final String PICTURES = System.getProperty("pages.pictures", "");
    private static final int PHONE = 320;
    private static final int DESK = 1280;

    /** Goes there by the address bar. */
    void at(String path, String name) {
        tab.go(base + path.substring(1));
        looksAt(name);
    }

    /** Follows the link whose address has this in it. */
    void follows(String address, String name) {
        tab.press("header a[href*=\"" + address + "\"]");
        looksAt(name);
    }

    void sees(String heading, String name) {
        assertThat(tab.heading()).as(name).isEqualTo(heading);
        looksAt(name);
    }

    /** The page came without scripts; axe is one. */
    private void looksAt(String name) {
        tab.scripts(true);
        SCHEMES.forEach(scheme -> looksAt(name, scheme));
        tab.scripts(false);
    }

    private void looksAt(String name, String scheme) {
        for (int width : List.of(PHONE, DESK)) {
            String what = name + "-" + scheme + "-" + width;
            tab.shown(width, 800, scheme);
            if (!PICTURES.isEmpty()) {
                tab.picture(Path.of(PICTURES, what + ".png"));
            }
            assertThat(Axe.violations(tab)).as(what).isEmpty();
            assertThat(tab.js("document.documentElement.scrollWidth").asInt(9999))
                    .as(what + " fits")
                    .isLessThanOrEqualTo(width);
        }
    }
}
