package dev.bonafide.alert;

import dev.bonafide.log.EventTypes;
import java.util.List;

/** The events of this room. */
public final class AlertEvents implements EventTypes {
    @Override
    public List<Class<?>> events() {
        return List.of(AlertEvent.class.getPermittedSubclasses());
    }
}
