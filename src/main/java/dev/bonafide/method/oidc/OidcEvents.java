package dev.bonafide.method.oidc;

import dev.bonafide.log.EventTypes;
import java.util.List;

/** The events of this folder. */
public final class OidcEvents implements EventTypes {
    @Override
    public List<Class<?>> events() {
        return List.of(OidcEvent.class.getPermittedSubclasses());
    }
}
