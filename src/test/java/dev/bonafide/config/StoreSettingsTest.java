package dev.bonafide.config;

import static dev.bonafide.config.Written.refusal;
import static dev.bonafide.config.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://u:hunter2@h/k",
                "mysql://u:hunter2@tcp(h)/k",
                "cockroach://u:hunter2@h/k",
                "hunter2",
                "sqlite://"
            })
    void foreignStoresAreRefusedWithAWordOnWhatToSet(String dsn) {
        assertThat(refusal(() -> yaml("dsn: '" + dsn + "'")))
                .startsWith("dsn: ")
                .contains("allowed: memory or sqlite://PATH")
                .contains("set bonafide.dsn")
                .doesNotContain("hunter2");
    }

    @Test
    void showsNoPassword() {
        assertThat(new StoreSettings("mongodb://u:hunter2@h/db"))
                .hasToString("StoreSettings[mongodb://***@h/db]");
    }
}
