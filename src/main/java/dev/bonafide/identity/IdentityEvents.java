package dev.bonafide.identity;

import dev.bonafide.log.EventTypes;
import java.util.ArrayList;
import java.util.List;

/** The events of this room; those of credentials come from the methods. */
public final class IdentityEvents implements EventTypes {
    @Override
    public List<Class<?>> events() {
        List<Class<?>> events =
                new ArrayList<>(List.of(IdentityEvent.class.getPermittedSubclasses()));
        events.addAll(List.of(ClaimEvent.class.getPermittedSubclasses()));
        return events;
    }
}
