package dev.bonafide.log.commit;

import dev.bonafide.log.event.Undecodable;
import dev.bonafide.store.Commit;
import java.util.List;
import java.util.Optional;

/** Looks into a commit's body without knowing its events. */
public final class Envelopes {
    private Envelopes() {}

    /** What is wrong with the body, or with the keys beside it; empty = nothing. */
    public static Optional<String> fault(Commit commit) {
        try {
            StoredBody.of(commit);
            return Optional.empty();
        } catch (Undecodable e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    /** The stored names of the events; {@link Undecodable} for a body with a fault. */
    public static List<String> names(Commit commit) {
        return StoredBody.of(commit).events().stream().map(StoredEvent::name).toList();
    }
}
