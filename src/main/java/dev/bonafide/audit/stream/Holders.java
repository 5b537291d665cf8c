package dev.bonafide.audit.stream;

import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.History;
import dev.bonafide.log.Recorded;
import dev.bonafide.session.Session;
import dev.bonafide.session.SessionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose a session is, which never changes. Heard while the log passes, looked up in the log where
 * it was not; the node's folds are left alone, so that somebody who reads an old log does not push
 * today's sessions out of memory. For the hub's thread alone.
 */
final class Holders {
    private static final int KEPT_MOST = 10_000;

    private final History history;
    private final Map<UUID, UUID> kept = new LinkedHashMap<>();

    Holders(History history) {
        this.history = history;
    }

    void hear(Recorded recorded) {
        if (recorded.event() instanceof SessionEvent.Started started) {
            keep(started);
        }
    }

    /**
     * The identity, as of an event at the position.
     *
     * @throws dev.bonafide.kernel.Unavailable if the session's stream cannot be read
     */
    Optional<UUID> of(UUID session, long position) {
        if (!kept.containsKey(session)) {
            history.stream(Session.stream(new SessionId(session)), position).forEach(this::hear);
        }
        return Optional.ofNullable(kept.get(session));
    }

    private void keep(SessionEvent.Started started) {
        kept.put(started.session().value(), started.identity().value());
        if (kept.size() > KEPT_MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
