package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Documents;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What somebody types before they have proven anything is shown again, and lies nowhere in clear.
 */
class TypedNameTest {
    private static final String NAME = "grace@example.org";

    private static String kept(TestServer server, String flow) {
        return server.bean(Documents.class)
                .collection(new CollectionShape("flows-1", Set.of()))
                .get("login/" + flow)
                .orElseThrow()
                .body();
    }

    @Test
    void theNameBeforeASecurityKeyIsSealed() {
        try (TestServer server = Keys.server(true, "")) {
            Browser browser = new Browser(server);
            String flow = browser.begin("login", "");
            browser.submit("login", flow, Map.of("method", "webauthn", "identifier", NAME));
            assertThat(browser.flow("login", flow).body()).contains(NAME);
            assertThat(kept(server, flow)).contains("webauthn").doesNotContain("grace", "typed");
            browser.submit("login", flow, Map.of("webauthn_login", "{\"id\":\"AAAA\"}"));
            assertThat(browser.flow("login", flow).body()).contains(NAME);
            assertThat(kept(server, flow)).contains("webauthn").doesNotContain("grace", "typed");
        }
    }
}
