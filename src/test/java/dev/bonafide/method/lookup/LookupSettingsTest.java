package dev.bonafide.method.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.config.Written;
import org.junit.jupiter.api.Test;

class LookupSettingsTest {
    @Test
    void isOffAndKeepsNoCopyByDefault() {
        assertThat(read("{}")).isEqualTo(new LookupSettings(false, false));
    }

    @Test
    void readsKratosKeyAndItsOwn() {
        String text =
                """
                selfservice: {methods: {lookup_secret: {enabled: true}}}
                bonafide: {lookup_secret: {reveal: true}}
                """;
        assertThat(read(text)).isEqualTo(new LookupSettings(true, true));
    }

    private static LookupSettings read(String text) {
        return LookupSettings.of(Written.yaml(text));
    }
}
