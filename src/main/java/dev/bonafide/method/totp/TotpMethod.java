package dev.bonafide.method.totp;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.SettingsPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Codes of an authenticator app, as second factor and in the settings. */
public final class TotpMethod implements AuthenticationMethod {
    static final MethodId ID = new MethodId("totp");

    private final TotpSettings settings;
    private final TotpLogin login;
    private final TotpEnrolment enrolment;

    /**
     * @param entropy makes secrets
     * @param vault opens sealed values that were read from the log
     */
    public TotpMethod(TotpSettings settings, Entropy entropy, Function<Sealed, String> vault) {
        this.settings = settings;
        this.login = new TotpLogin(settings.skew(), vault);
        this.enrolment = new TotpEnrolment(settings, entropy);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public boolean enabled() {
        return settings.enabled();
    }

    @Override
    public Optional<LoginPart> login() {
        return Optional.of(login);
    }

    @Override
    public Optional<SettingsPart> settings() {
        return Optional.of(enrolment);
    }

    @Override
    public List<CredentialEvent> removal(IdentityState.Registered somebody, Instant now) {
        TotpState app = TotpState.of(somebody.credential(ID));
        return app == null
                ? List.of()
                : List.of(new TotpEvent.Removed(somebody.id(), app.lineage(), now));
    }
}
