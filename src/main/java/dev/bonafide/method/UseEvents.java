package dev.bonafide.method;

import dev.bonafide.log.EventTypes;
import java.util.List;

/** The events of this room itself; those of credentials come from each method. */
public final class UseEvents implements EventTypes {
    @Override
    public List<Class<?>> events() {
        return List.of(UseEvent.class.getPermittedSubclasses());
    }
}
