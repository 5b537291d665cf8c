package dev.bonafide.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract clause 0.1. */
class AcceptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json, text/plain, */*",
                "application/json, */*;q=0.5",
                "application/*",
                "text/html;q=0.9, application/json",
                "text/html;q=0, */*;q=0.1, application/json;q=0.1",
                "text/*;q=0.9,application/json;q=0.95",
            })
    void seesAClientOfTheApi(String accept) {
        assertThat(Accept.prefersJson(List.of(accept))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/json, text/html",
                "text/html, application/json",
                "application/json;q=0",
                "application/json;q=nonsense",
                "application/json;q=-1",
                "application/json;q=0.5, */*",
                "application/jsonx",
                "application/problem+json",
                ",,;;q=,",
                "text/*, application/*"
            })
    void seesABrowser(String accept) {
        assertThat(Accept.prefersJson(List.of(accept))).isFalse();
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(Accept.prefersJson(List.of())).isFalse();
        assertThat(Accept.prefersJson(List.of("*/*;q=0.1", "application/json"))).isTrue();
    }
}
