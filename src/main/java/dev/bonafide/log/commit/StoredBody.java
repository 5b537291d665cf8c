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
        if (!body.events().stream().map(StoredEvent::key).toList().equals(commit.keys())) {
            throw new Undecodable(
                    "the keys of commit %d are not its body's".formatted(commit.position()));
        }
        return body;
    }

    private static StoredBody parse(Commit commit) {
        try {
            return EventJson.mapper().readValue(commit.body(), StoredBody.class);
        } catch (JacksonException e) {
            throw new Undecodable(
                    "the body of commit %d cannot be read".formatted(commit.position()), e);
        }
    }
}
