package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/**
 * A look at a page as it is: light and dark, on a phone and on a desk; axe finds nothing, and
 * nothing is wider than the window.
 *
 * <p>{@code -Dpages.pictures=FOLDER} keeps a picture of each.
 */
final class Look {
    private static final List<String> SCHEMES = List.of("light", "dark");
    private static final String PICTURES = System.getProperty("pages.pictures", "");
    private static final int PHONE = 320;
    private static final int DESK = 1280;

    private Look() {}

    /** {@code name}: of the state that the page is in. */
    static void at(Tab tab, String name) {
        SCHEMES.forEach(scheme -> at(tab, name, scheme));
    }

    private static void at(Tab tab, String name, String scheme) {
        for (int width : List.of(PHONE, DESK)) {
            String what = name + "-" + scheme + "-" + width;
            tab.shown(width, 800, scheme);
            if (!PICTURES.isEmpty()) {
                tab.surroundings().picture(Path.of(PICTURES, what + ".png"));
            }
            assertThat(Axe.violations(tab)).as(what).isEmpty();
            assertThat(tab.js("document.documentElement.scrollWidth").asInt(9999))
                    .as(what + " fits")
                    .isLessThanOrEqualTo(width);
        }
    }
}
