package dev.bonafide.config;

import static dev.bonafide.config.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                           | sqlite://data/bonafide.db
                    dsn: memory                                                  | memory
                    dsn: sqlite:///var/lib/b.db                                  | sqlite:///var/lib/b.db
                    {dsn: 'postgres://u:p@h/k', bonafide: {dsn: 'sqlite://b.db'}} | sqlite://b.db
                    """)
    void ownDsnGoesBeforeKratosOwn(String text, String dsn) {
        assertThat(StoreSettings.of(yaml(text)).dsn()).isEqualTo(dsn);
    }

    @Test
    void showsNoPassword() {
        assertThat(new StoreSettings("mongodb://u:hunter2@h/db"))
                .hasToString("StoreSettings[mongodb://***@h/db]");
    }
}
