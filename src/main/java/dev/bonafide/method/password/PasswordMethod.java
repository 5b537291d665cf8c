package dev.bonafide.method.password;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.Directory;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.ImportPart;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.Message;
import dev.bonafide.method.RegistrationPart;
import dev.bonafide.method.SettingsPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Passwords: login as first factor and anew, registration, settings. */
public final class PasswordMethod implements AuthenticationMethod {
    /** As Kratos spells it. */
    public static final MethodId ID = new MethodId("password");

    private final boolean enabled;
    private final PasswordLogin login;
    private final PasswordRegistration registration;
    private final PasswordChange settings;
    private final PasswordImport imports;

    /** Loads the list of common passwords, which takes some ten milliseconds. */
    public PasswordMethod(
            PasswordSettings settings, HashersSettings hashers, Surface surface, Ports ports) {
        PasswordHasher hasher =
                new PasswordHasher(ports.pool, hashers.argon2().cost(), ports.entropy);
        PasswordVerifier verifier = new PasswordVerifier(hasher, ports.opener);
        PasswordPolicy policy =
                new PasswordPolicy(settings.config(), CommonPasswords.shipped(surface.names));
        this.enabled = settings.enabled();
        this.login =
                new PasswordLogin(verifier, ports.directory, surface.guard, surface.identifier);
        this.registration = new PasswordRegistration(policy, hasher, ports.entropy);
        this.settings = new PasswordChange(policy, hasher, verifier, ports.entropy);
        this.imports = new PasswordImport(hasher, ports.entropy);
    }

    /**
     * What it needs of other rooms.
     *
     * @param opener reads a sealed text; empty where its owner was erased
     */
    public record Ports(
            Directory directory,
            Function<Sealed, Optional<String>> opener,
            HashPool pool,
            Entropy entropy) {}

    /**
     * How it looks to people.
     *
     * @param guard how guesses are throttled
     * @param identifier label of the identifier's field, asked for with each form: the title of the
     *     one trait that serves as identifier, else a general word
     * @param names of this service, which make bad passwords
     */
    public record Surface(GuardPolicy guard, Supplier<Message> identifier, List<String> names) {
        public Surface {
            names = List.copyOf(names);
        }
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public boolean enabled() {
        return enabled;
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
        return Optional.of(settings);
    }

    @Override
    public Optional<ImportPart> imports() {
        return Optional.of(imports);
    }

    @Override
    public List<CredentialEvent> removal(IdentityState.Registered somebody, Instant now) {
        return somebody.credential(ID) instanceof PasswordState held
                ? List.of(new PasswordEvent.PasswordRemoved(somebody.id(), held.lineage(), now))
                : List.of();
    }
}
