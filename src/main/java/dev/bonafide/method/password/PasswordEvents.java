package dev.bonafide.method.password;

import dev.bonafide.log.EventTypes;
import dev.bonafide.method.password.PasswordEvent.PasswordChanged;
import dev.bonafide.method.password.PasswordEvent.PasswordImported;
import dev.bonafide.method.password.PasswordEvent.PasswordRehashed;
import dev.bonafide.method.password.PasswordEvent.PasswordRemoved;
import dev.bonafide.method.password.PasswordEvent.PasswordSet;
import java.util.List;

/** What this folder stores. */
public final class PasswordEvents implements EventTypes {
    @Override
    public List<Class<?>> events() {
        return List.of(
                PasswordSet.class,
                PasswordImported.class,
                PasswordChanged.class,
                PasswordRehashed.class,
                PasswordRemoved.class);
    }
}
