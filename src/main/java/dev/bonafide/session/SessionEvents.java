package dev.bonafide.session;

import dev.bonafide.log.EventTypes;
import java.util.List;

/** The events of this room. */
public final class SessionEvents implements EventTypes {
    @Override
    public List<Class<?>> events() {
        return List.of(SessionEvent.class.getPermittedSubclasses());
    }
}
