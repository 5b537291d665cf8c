package dev.bonafide.log.commit;

import dev.bonafide.log.event.EventJson;
import dev.bonafide.log.event.Undecodable;
import dev.bonafide.store.Commit;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The body of a commit: its events in order, and once who caused them. */
record StoredBody(List<StoredEvent> events, ObjectNode meta) {
    byte[] bytes() {
        return EventJson.mapper().writeValueAsBytes(this);
    }

    /**
     * Reads envelopes only, no payload.
     *
     * @throws Undecodable if the body has another shape, or other events than the keys say
     */
    static StoredBody of(Commit commit) {
        StoredBody body = parse(commit);
        require(body.keys().equals(commit.keys()), commit, "its keys are not its body's");
        require(body.typed(), commit, "a type is not that of its stream");
        return body;
    }

    private List<Commit.Key> keys() {
        return events.stream().map(StoredEvent::key).toList();
    }

    private boolean typed() {
        return events.stream()
                .allMatch(event -> event.type().equals(StoredEvent.type(event.aggregate())));
    }

    private static void require(boolean sound, Commit commit, String fault) {
        if (!sound) {
            throw new Undecodable("commit %d: %s".formatted(commit.position(), fault));
        }
    }

    private static StoredBody parse(Commit commit) {
        try {
            return EventJson.mapper().readValue(commit.body(), StoredBody.class);
        } catch (JacksonException e) {
            throw new Undecodable(
                    "commit %d: its body cannot be read".formatted(commit.position()), e);
        }
    }
}
