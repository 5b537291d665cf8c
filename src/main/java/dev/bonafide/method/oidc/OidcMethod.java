package dev.bonafide.method.oidc;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.ImportPart;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.SettingsPart;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** OpenID Connect as relying party. */
public final class OidcMethod implements AuthenticationMethod {
    static final MethodId ID = new MethodId("oidc");

    private final OidcPorts ports;
    private final OidcLogin login;
    private final OidcRegistration registration;
    private final OidcEnrolment enrolment;

    OidcMethod(OidcPorts ports, GuardPolicy guard) {
        this.ports = ports;
        this.login = new OidcLogin(ports, guard);
        this.registration = new OidcRegistration(ports);
        this.enrolment = new OidcEnrolment(ports);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public boolean enabled() {
        return ports.providers().enabled();
    }

    @Override
    public Optional<LoginPart> login() {
        return Optional.of(login);
    }

    @Override
    public Optional<RegistrationPart> registration() {
        return Optional.of(registration);
    }

    @Override
    public Optional<SettingsPart> settings() {
        return Optional.of(enrolment);
    }

    @Override
    public Optional<ImportPart> imports() {
        return Optional.of(new OidcImport(ports));
    }

    /** Anywhere by https, since a provider may send people on; without, only to where it is. */
    @Override
    public List<String> leadsTo() {
        if (!ports.providers().enabled() || ports.providers().all().isEmpty()) {
            return List.of();
        }
        Stream<String> plain =
                ports.providers().all().stream()
                        .flatMap(provider -> provider.issuer().stream())
                        .map(URI::create)
                        .filter(issuer -> "http".equals(issuer.getScheme()))
                        .map(issuer -> "http://" + issuer.getRawAuthority());
        return Stream.concat(Stream.of("https:"), plain.distinct()).toList();
    }

    @Override
    public List<CredentialEvent> removal(IdentityState.Registered somebody, Instant now) {
        return OidcState.accounts(somebody.credential(ID)).stream()
                .<CredentialEvent>map(
                        account -> new OidcEvent.Removed(somebody.id(), account.lineage(), now))
                .toList();
    }
}
