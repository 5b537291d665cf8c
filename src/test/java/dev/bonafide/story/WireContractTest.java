package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check of answers can fail. */
class WireContractTest {
    private static final HttpHeaders JSON =
            HttpHeaders.of(
                    Map.of("Content-Type", List.of("application/json")), (name, value) -> true);

    @Test
    void refusesAKeyThatTheDescriptionDoesNotKnow() {
        assumeTrue(WireContract.described(), "the API description is not beside the project");
        refuses("{\"id\":\"0dd3a3b5-8c8e-4d5c-9b64-0123456789ab\",\"token\":\"x\"}", "[\"token\"]");
    }

    @Test
    void refusesAMissingKey() {
        assumeTrue(WireContract.described(), "the API description is not beside the project");
        refuses("{\"active\":true}", "missing required properties");
    }

    @Test
    void refusesAServerError() {
        assertThatThrownBy(() -> WireContract.check("GET", "/version", new Answer(500, JSON, "{}")))
                .isInstanceOf(AssertionError.class);
    }

    private static void refuses(String body, String reason) {
        Answer answer = new Answer(200, JSON, body);
        assertThatThrownBy(() -> WireContract.check("GET", "/sessions/whoami", answer))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(reason);
    }
}
