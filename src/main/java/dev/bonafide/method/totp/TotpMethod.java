package dev.bonafide.method.totp;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.ImportPart;
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
    private final TotpImport imports;

    /**
     * Puts the parts together.
     *
     * @param guard how guesses are throttled; with a hard cap (NIST SP 800-63B section 3.2.2)
     * @param opener reads a sealed text; empty where its owner was erased
     * @param entropy makes secrets
     */
    public TotpMethod(
            TotpSettings settings,
            GuardPolicy guard,
            Function<Sealed, Optional<String>> opener,
            Entropy entropy) {
        this.settings = settings;
        this.login = new TotpLogin(settings.skew(), guard, opener);
        this.enrolment = new TotpEnrolment(settings, entropy);
        this.imports = new TotpImport(entropy);
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
    public Optional<ImportPart> imports() {
        return Optional.of(imports);
    }

    @Override
    public List<CredentialEvent> removal(IdentityState.Registered somebody, Instant now) {
        TotpState app = TotpState.of(somebody.credential(ID));
        return app == null
                ? List.of()
                : List.of(new TotpEvent.Removed(somebody.id(), app.lineage(), now));
    }
}
