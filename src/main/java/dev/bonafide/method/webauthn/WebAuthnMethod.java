package dev.bonafide.method.webauthn;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.IdentifierTitles;
import dev.bonafide.method.ImportPart;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.SettingsPart;
import dev.bonafide.method.fido.Ceremonies;
import dev.bonafide.method.fido.KeyImport;
import dev.bonafide.method.fido.KeyPorts;
import dev.bonafide.method.fido.KeyWish;
import dev.bonafide.method.fido.KeysState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Security keys. */
public final class WebAuthnMethod implements AuthenticationMethod {
    static final MethodId ID = new MethodId("webauthn");

    private final WebAuthnSettings settings;
    private final KeyImport imports;
    private final Parts parts;

    WebAuthnMethod(
            WebAuthnSettings settings, GuardPolicy guard, KeyPorts ports, IdentifierTitles titles) {
        this.settings = settings;
        this.imports = new KeyImport(WebAuthnEvents.ALL, ports.names(), ports.entropy(), false);
        this.parts = Parts.of(settings, guard, ports, titles);
    }

    private record Parts(
            WebAuthnLogin login, WebAuthnEnrolment enrolment, WebAuthnRegistration registration) {
        static Parts of(
                WebAuthnSettings settings,
                GuardPolicy guard,
                KeyPorts ports,
                IdentifierTitles titles) {
            KeyWish wish = new KeyWish("discouraged", "discouraged");
            Ceremonies ceremonies = Ceremonies.of(settings.relyingParty(), wish);
            return new Parts(
                    new WebAuthnLogin(settings, guard, ports, ceremonies, () -> titles.of(ID)),
                    new WebAuthnEnrolment(settings, ports, ceremonies),
                    new WebAuthnRegistration(ports, ceremonies));
        }
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
        return Optional.of(parts).map(Parts::login);
    }

    @Override
    public Optional<SettingsPart> settings() {
        return Optional.of(parts).map(Parts::enrolment);
    }

    @Override
    public Optional<RegistrationPart> registration() {
        return Optional.of(parts).filter(any -> settings.passwordless()).map(Parts::registration);
    }

    @Override
    public Optional<ImportPart> imports() {
        return Optional.of(imports);
    }

    /** Second factors only, as in Kratos (contract clause 6.3): first ones are a way in. */
    @Override
    public List<CredentialEvent> removal(IdentityState.Registered somebody, Instant now) {
        return KeysState.keys(somebody.credential(ID)).stream()
                .filter(key -> !key.first())
                .map(key -> WebAuthnEvents.ALL.removed(somebody.id(), key.lineage(), now))
                .toList();
    }
}
