package dev.bonafide.method.lookup;

import dev.bonafide.log.EventTypes;
import java.util.List;

/** What this folder stores. */
public final class LookupEvents implements EventTypes {
    @Override
    public List<Class<?>> events() {
        return List.of(
                LookupEvent.Enrolled.class,
                LookupEvent.Imported.class,
                LookupEvent.Regenerated.class,
                LookupEvent.Used.class,
                LookupEvent.Removed.class);
    }
}
