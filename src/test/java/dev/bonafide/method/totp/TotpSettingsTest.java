package dev.bonafide.method.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Written;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSettingsTest {
    private static final URI PUBLIC = URI.create("https://id.example.org:4433/");

    @Test
    void meansWhatItMeansToKratosWhereKeysAreAbsent() {
        assertThat(read("{}")).isEqualTo(new TotpSettings(false, "id.example.org", 1));
        assertThat(TotpSettings.of(Written.yaml("{}"), URI.create("urn:none")).issuer())
                .isEqualTo("Bonafide");
    }

    @Test
    void readsKratosKeysAndItsOwn() {
        String text =
                """
                selfservice: {methods: {totp: {enabled: true, config: {issuer: "Müller & Co"}}}}
                bonafide: {totp: {skew: 0}}
                """;
        assertThat(read(text)).isEqualTo(new TotpSettings(true, "Müller & Co", 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bonafide: {totp: {skew: 2}} | bonafide.totp.skew",
                "bonafide: {totp: {skew: -1}} | bonafide.totp.skew",
                "selfservice: {methods: {totp: {config: {issuer: \"a\\nb\"}}}}"
                        + " | selfservice.methods.totp.config.issuer"
            })
    void refusesOtherValuesNamingTheKey(String text, String key) {
        assertThatExceptionOfType(BadConfiguration.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining(key)
                .withMessageContaining("allowed");
    }

    @Test
    void refusesAnIssuerThatNoAppCanShow() {
        String text = "selfservice: {methods: {totp: {config: {issuer: %s}}}}";
        assertThat(read(text.formatted("x".repeat(64))).issuer()).hasSize(64);
        assertThatExceptionOfType(BadConfiguration.class)
                .isThrownBy(() -> read(text.formatted("x".repeat(65))));
    }

    private static TotpSettings read(String text) {
        return TotpSettings.of(Written.yaml(text), PUBLIC);
    }
}
