package dev.bonafide.method.totp;

import dev.bonafide.log.EventTypes;
import java.util.List;

/** The events of this folder, for the log. */
public final class TotpEvents implements EventTypes {
    @Override
    public List<Class<?>> events() {
        return List.of(
                TotpEvent.Enrolled.class,
                TotpEvent.Imported.class,
                TotpEvent.Used.class,
                TotpEvent.Removed.class);
    }
}
