package dev.bonafide.method.passkey;

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

/** Passkeys. */
public final class PasskeyMethod implements AuthenticationMethod {
    static final MethodId ID = new MethodId("passkey");

    private final PasskeySettings settings;
    private final KeyImport imports;
    private final Parts parts;

    PasskeyMethod(
            PasskeySettings settings, GuardPolicy guard, KeyPorts ports, IdentifierTitles titles) {
        this.settings = settings;
        this.imports = new KeyImport(PasskeyEvents.ALL, ports.names(), ports.entropy(), true);
        this.parts = Parts.of(settings, guard, ports, titles);
    }

    private record Parts(
            PasskeyLogin login, PasskeyEnrolment enrolment, PasskeyRegistration registration) {
        static Parts of(
                PasskeySettings settings,
                GuardPolicy guard,
                KeyPorts ports,
                IdentifierTitles titles) {
            KeyWish wish =
                    new KeyWish(
                            "required", settings.requireVerification() ? "required" : "preferred");
            Ceremonies ceremonies = Ceremonies.of(settings.relyingParty(), wish);
            return new Parts(
                    new PasskeyLogin(settings, guard, ports, ceremonies, () -> titles.of(ID)),
                    new PasskeyEnrolment(ports, ceremonies),
                    new PasskeyRegistration(ports, ceremonies));
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
        return Optional.of(parts).map(Parts::registration);
    }

    @Override
    public Optional<ImportPart> imports() {
        return Optional.of(imports);
    }

    @Override
    public List<CredentialEvent> removal(IdentityState.Registered somebody, Instant now) {
        return KeysState.keys(somebody.credential(ID)).stream()
                .map(key -> PasskeyEvents.ALL.removed(somebody.id(), key.lineage(), now))
                .toList();
    }
}
