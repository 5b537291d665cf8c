package dev.bonafide.method.lookup;

import static dev.bonafide.method.lookup.Fixtures.CODES;
import static dev.bonafide.method.lookup.Fixtures.ada;
import static dev.bonafide.method.lookup.Fixtures.held;
import static dev.bonafide.method.lookup.Fixtures.revealable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.method.NodeJson;
import dev.bonafide.method.SettingsPart.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LookupNodesTest {
    private static final String REVEALED = new Memory.Revealed().text();
    private static final PendingCodes PENDING = PendingCodes.make(Fixtures.seeded(9));

    @Test
    void offersOnlyToGenerateWhereThereAreNone() throws IOException {
        JsonNode nodes = nodes(false, null, null);
        assertThat(names(nodes)).containsExactly("lookup_secret_regenerate/1050008");
        assertThat(nodes(true, null, REVEALED)).isEqualTo(nodes);
        assertThat(nodes.get(0))
                .isEqualTo(
                        NodeJson.parse(
                                """
                                {"type":"input","group":"lookup_secret","attributes":{
                                 "name":"lookup_secret_regenerate","type":"submit",
                                 "disabled":false,"node_type":"input","value":"true"},
                                 "messages":[],"meta":{"label":{"id":1050008,"type":"info",
                                 "text":"Generate new backup codes"}}}
                                """));
        assertRecorded("initial-form.json", nodes);
    }

    /** Design section 9. */
    @Test
    void offersToRegenerateAtOnceWithTheNumberLeft() {
        JsonNode nodes = nodes(false, held().used(0, Fixtures.NOON), null);
        assertThat(names(nodes))
                .containsExactly(
                        "lookup_secret_remaining/",
                        "lookup_secret_regenerate/1050008",
                        "lookup_secret_disable/1050016");
        assertThat(nodes.get(0))
                .isEqualTo(
                        NodeJson.parse(
                                """
                                {"type":"text","group":"lookup_secret","attributes":{
                                 "text":{"id":1059001,"type":"info",
                                  "text":"11 of 12 backup codes are left.",
                                  "context":{"remaining":11,"total":12}},
                                 "id":"lookup_secret_remaining","node_type":"text"},
                                 "messages":[],"meta":{}}
                                """));
    }

    @Test
    void showsNoCodesWithoutTheSettingOrTheCopy() {
        JsonNode usual = nodes(false, held(), null);
        assertThat(nodes(true, held(), null)).isEqualTo(usual);
        assertThat(nodes(true, held(), REVEALED)).isEqualTo(usual);
        assertThat(nodes(false, revealable(), null)).isEqualTo(usual);
        assertThat(nodes(false, revealable(), REVEALED)).isEqualTo(usual);
    }

    @Test
    void showsNewCodesUntilTheyAreConfirmed() throws IOException {
        JsonNode nodes = nodes(false, held(), PENDING.text());
        assertThat(names(nodes))
                .containsExactly("lookup_secret_codes/1050010", "lookup_secret_confirm/1050011");
        JsonNode text = nodes.at("/0/attributes/text");
        assertThat(text.get("id").asInt()).isEqualTo(1050015);
        assertThat(text.get("text").asString()).isEqualTo(String.join(", ", PENDING.codes()));
        for (int i = 0; i < 12; i++) {
            assertThat(text.at("/context/secrets/" + i))
                    .isEqualTo(NodeJson.parse(code(PENDING.codes().get(i))));
        }
        assertThat(nodes(true, null, PENDING.text())).isEqualTo(nodes);
        assertRecorded("generated_lookup_secrets.json", nodes);
    }

    @Test
    void showsConfirmedCodesNoMore() {
        CodeSet confirmed = Fixtures.set(PENDING.salt(), false);
        CredentialState now = LookupState.fresh(Fixtures.SET, confirmed);
        assertThat(nodes(false, now, PENDING.text())).isEqualTo(nodes(false, now, null));
    }

    @Test
    void withTheSettingTheNodesAreKratos() throws IOException {
        JsonNode nodes = nodes(true, revealable(), null);
        assertThat(names(nodes))
                .containsExactly("lookup_secret_reveal/1050007", "lookup_secret_disable/1050016");
        assertRecorded("confirmed_lookup_secrets.json", nodes);
    }

    /** Contract clause 3.4 and scenario 45. */
    @Test
    void revealedCodesSayWhichAreUsed() {
        Instant used = Instant.parse("2026-11-25T12:00:10.600Z");
        JsonNode nodes = nodes(true, revealable().used(1, used), REVEALED);
        assertThat(names(nodes))
                .containsExactly(
                        "lookup_secret_codes/1050010",
                        "lookup_secret_disable/1050016",
                        "lookup_secret_regenerate/1050008");
        List<String> words = new ArrayList<>(CODES);
        words.set(1, "used");
        JsonNode text = nodes.at("/0/attributes/text");
        assertThat(text.get("text").asString()).isEqualTo(String.join(", ", words));
        assertThat(text.at("/context/secrets/0")).isEqualTo(NodeJson.parse(code(CODES.get(0))));
        assertThat(text.at("/context/secrets/1"))
                .isEqualTo(
                        NodeJson.parse(
                                """
                                {"id":1050014,"text":"Used at 2026-11-25T12:00:11Z","type":"info",
                                 "context":{"used_at":"2026-11-25T12:00:11Z",
                                            "used_at_unix":1795608011}}
                                """));
    }

    private static JsonNode nodes(
            boolean reveal, @Nullable CredentialState held, @Nullable String memory) {
        var part = Fixtures.method(reveal).settings().orElseThrow();
        return NodeJson.of(part.nodes(new Context(ada(held), memory)));
    }

    /** Name, or id, and number of the label. */
    private static List<String> names(JsonNode nodes) {
        List<String> names = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode attributes = node.get("attributes");
            String name = attributes.path("name").asString(attributes.path("id").asString(""));
            names.add(name + "/" + node.at("/meta/label/id").asString(""));
        }
        return names;
    }

    private static String code(String code) {
        return """
        {"id":1050009,"text":"%s","type":"info","context":{"secret":"%s"}}
        """
                .formatted(code, code);
    }

    private static void assertRecorded(String file, JsonNode nodes) throws IOException {
        NodeJson.recorded("settings/lookup_secret/" + file, "lookup_secret")
                .ifPresent(kratos ->
                        assertThat(NodeJson.shape(nodes)).isEqualTo(NodeJson.shape(kratos)));
    }
}
