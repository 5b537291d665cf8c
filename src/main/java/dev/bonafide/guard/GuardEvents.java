package dev.bonafide.guard;

import dev.bonafide.log.EventTypes;
import java.util.ArrayList;
import java.util.List;

/** The events of this room. */
public final class GuardEvents implements EventTypes {
    @Override
    public List<Class<?>> events() {
        List<Class<?>> events =
                new ArrayList<>(List.of(GuardEvent.About.class.getPermittedSubclasses()));
        events.add(GuardEvent.NobodyGuessed.class);
        return events;
    }
}
