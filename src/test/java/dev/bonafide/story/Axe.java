package dev.bonafide.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** axe-core's rules of WCAG 2.2 up to level AA, and its best practices. */
final class Axe {
    private static final String SCRIPT = script();

    private static final String RUN =
            """
            axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})
              .then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))
            """;

    private Axe() {}

    /** What the page in this window breaks. */
    static List<String> violations(Tab tab) {
        if (!tab.js("typeof axe === 'object'").asBoolean(false)) {
            tab.js(SCRIPT + ";0");
        }
        return tab.js(RUN).valueStream().map(each -> each.asString("")).toList();
    }

    private static String script() {
        try (var stream = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (stream == null) {
                throw new IllegalStateException("no axe.min.js on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
