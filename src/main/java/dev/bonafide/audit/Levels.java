package dev.bonafide.audit;

import dev.bonafide.audit.TimeTravel.Story;
import dev.bonafide.audit.TimeTravel.Then;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.SessionId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Levels of sessions around the events of one page, computed from the log; each session is loaded
 * once.
 */
final class Levels {
    private final TimeTravel travel;
    private final long upTo;
    private final Map<UUID, Story> stories = new HashMap<>();

    Levels(TimeTravel travel, long upTo) {
        this.travel = travel;
        this.upTo = upTo;
    }

    /** After the event at the position; {@code AAL0} where the session was not active. */
    Aal after(UUID session, long position) {
        Story story = stories.computeIfAbsent(session, id -> travel.story(new SessionId(id), upTo));
        return story.then(position).filter(Then::active).map(Then::aal).orElse(Aal.AAL0);
    }
}
