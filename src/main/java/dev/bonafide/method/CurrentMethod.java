package dev.bonafide.method;

import dev.bonafide.config.Setting;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A method as today's configuration wants it: made anew for each edition, so that a method itself
 * knows nothing of reloading. Whoever gets a part of it uses that part within the same request.
 */
public final class CurrentMethod implements AuthenticationMethod {
    private final MethodId id;
    private final Setting<? extends AuthenticationMethod> now;

    /** {@code now} always has this id. */
    public CurrentMethod(MethodId id, Setting<? extends AuthenticationMethod> now) {
        this.id = id;
        this.now = now;
    }

    @Override
    public MethodId id() {
        return id;
    }

    @Override
    public boolean enabled() {
        return now.get().enabled();
    }

    @Override
    public Optional<LoginPart> login() {
        return now.get().login();
    }

    @Override
    public Optional<RegistrationPart> registration() {
        return now.get().registration();
    }

    @Override
    public Optional<SettingsPart> settings() {
        return now.get().settings();
    }

    @Override
    public Optional<ImportPart> imports() {
        return now.get().imports();
    }

    @Override
    public List<CredentialEvent> removal(IdentityState.Registered somebody, Instant when) {
        return now.get().removal(somebody, when);
    }

    @Override
    public List<String> leadsTo() {
        return now.get().leadsTo();
    }

    @Override
    public Class<?> folder() {
        return now.get().folder();
    }
}
