package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.oidc.upstream.FakeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every act of the settings in every state and manner: the answer is that of {@link SettingsRule},
 * and what is refused leaves nothing in the log (AA-06, AA-07).
 */
class SettingsMatrixTest {
    private static final Path PAGE = Path.of("docs/assurance.md");

    /** A form's own token, what only its script reads, and a trait like another. */
    private static final Set<String> UNSENT =
            Set.of("csrf_token", "passkey_create_data", "traits.name.last");

    /** More than the age of a fresh proof, less than what a person may take to touch a key. */
    private static final Duration A_WHILE = Duration.ofMinutes(6);

    private static FakeProvider provider;
    private static TestServer server;
    private static List<SettingsCell> cells;

    @BeforeAll
    static void start() {
        provider = new FakeProvider();
        server = TestServer.start("memory", rules(Upstream.provider(Member.PROVIDER, provider)));
        server.http().unchecked();
        cells = SettingsCell.all(server);
        server.clock().forward(A_WHILE);
        cells.stream().map(SettingsCell::scene).distinct().forEach(SettingsScene::settle);
    }

    private static String rules(String providers) {
        return """
        bonafide:
          lookup_secret: {reveal: true}
          oidc: {outbound: {private_networks: [127.0.0.0/8]}}
        selfservice:
          flows: {settings: {privileged_session_max_age: 5m}}
          methods:
            webauthn: {enabled: true, config: {rp: &here {id: localhost, display_name: Here, origins: ["http://localhost:4433"]}}}
            passkey: {enabled: true, config: {rp: *here}}
            oidc: {enabled: true, config: {providers: [%s]}}
        """
                .formatted(providers);
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    @TestFactory
    Stream<DynamicNode> everyActInEveryState() {
        return SettingsAct.all().stream()
                .map(act ->
                        dynamicContainer(
                                act.name(),
                                cells.stream()
                                        .filter(cell -> cell.act().name().equals(act.name()))
                                        .map(cell -> dynamicTest(cell.name(), cell::play))));
    }

    /** Whoever adds a method adds what can be done with it. */
    @Test
    void noMethodIsMissing() {
        Set<String> built =
                server.beans(AuthenticationMethod.class).stream()
                        .filter(method -> method.settings().isPresent())
                        .map(method -> method.id().value())
                        .collect(Collectors.toCollection(TreeSet::new));
        built.add("profile");
        Set<String> played =
                SettingsAct.all().stream()
                        .map(SettingsAct::method)
                        .filter(method -> !method.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(played).isEqualTo(built);
    }

    /** Neither is a button or a field of the form. */
    @Test
    void nothingThatAFormOffersIsMissing() {
        Set<String> offered = new TreeSet<>();
        Set<String> sent = new TreeSet<>(UNSENT);
        for (SettingsCell cell : cells) {
            if (cell.state() == SettingsState.AAL2_FRESH && cell.act().fields() != null) {
                cell.scene().form().json().at("/ui/nodes").forEach(node -> name(node, offered));
                sent.addAll(cell.act().sent(cell.scene()).keySet());
            }
        }
        assertThat(sent).containsAll(offered);
    }

    @Test
    void thePageShowsTheTable() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(SettingsTable.BEGIN) + SettingsTable.BEGIN.length();
        String shown = page.substring(begin, page.indexOf(SettingsTable.END));
        assertThat(shown).isEqualTo(SettingsTable.text());
    }

    private static void name(JsonNode node, Set<String> offered) {
        JsonNode attributes = node.path("attributes");
        boolean input = attributes.path("node_type").asString("").equals("input");
        if (input && !attributes.path("type").asString("").equals("button")) {
            offered.add(attributes.path("name").asString(""));
        }
    }
}
