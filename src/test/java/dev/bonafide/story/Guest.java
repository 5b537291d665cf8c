package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody in front of a browser, whose pages are all looked at. */
record Guest(Tab tab, String base, String email) {
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
        Look.at(tab, name);
        tab.scripts(false);
    }
}
