package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others hear of what happens here, and what they do not. */
@Timeout(120)
class EventStreamTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode json(EventClient.Said said) {
        return new JsonMapper().readTree(said.data());
    }

    private static List<JsonNode> events(EventClient client, int count) {
        List<JsonNode> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(json(client.event()));
        }
        return events;
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asString("")).toList();
    }

    @Test
    void tellsWhatHappensFromNowOn() {
        try (EventClient client = EventClient.open(server, "", "")) {
            assertThat(client.status()).isEqualTo(200);
            EventClient.Said hello = client.next().orElseThrow();
            assertThat(hello.id()).isEqualTo("1-" + server.bean(EventLog.class).position());
            Ada ada = Ada.registered(server);
            List<JsonNode> events = events(client, 5);
            assertThat(types(events))
                    .containsExactly(
                            "flow.completed",
                            "identity.created",
                            "credential.added",
                            "session.started",
                            "session.authenticated");
            assertThat(events)
                    .extracting(event -> event.path("identity").asString(""))
                    .doesNotContain("");
            String text = events.toString();
            assertThat(text).doesNotContain(ada.email(), ada.token(), Ada.PASSWORD);
        }
    }
}
