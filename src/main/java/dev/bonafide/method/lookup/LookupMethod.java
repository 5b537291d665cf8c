package dev.bonafide.method.lookup;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.ImportPart;
import dev.bonafide.method.LoginPart;
import dev.bonafide.method.SettingsPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codes on a list, as second factor and in the settings. */
public final class LookupMethod implements AuthenticationMethod {
    /** As Kratos spells it. */
    static final MethodId ID = new MethodId("lookup_secret");

    private final boolean enabled;
    private final LookupLogin login;
    private final LookupEnrolment enrolment;
    private final LookupImport imports;

    /**
     * Puts the parts together.
     *
     * @param guard how guesses are throttled; with a hard cap (NIST SP 800-63B section 3.1.2.2)
     */
    public LookupMethod(LookupSettings settings, GuardPolicy guard, Ports ports) {
        this(settings, guard, ports, Argon2Cost::hash);
    }

    LookupMethod(LookupSettings settings, GuardPolicy guard, Ports ports, Stretcher stretcher) {
        CodeHasher hasher = new CodeHasher(ports.pool, stretcher);
        LookupNodes nodes = new LookupNodes(settings.reveal(), ports.opener);
        this.enabled = settings.enabled();
        this.login = new LookupLogin(hasher, guard);
        this.enrolment = new LookupEnrolment(nodes, settings.reveal(), hasher, ports.entropy);
        this.imports = new LookupImport(hasher, settings.reveal(), ports.entropy);
    }

    /**
     * What it needs of other rooms.
     *
     * @param opener reads a sealed text; empty where its owner was erased
     * @param entropy makes codes and salts
     */
    public record Ports(
            Function<Sealed, Optional<String>> opener, HashPool pool, Entropy entropy) {}

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
    public Optional<SettingsPart> settings() {
        return Optional.of(enrolment);
    }

    @Override
    public Optional<ImportPart> imports() {
        return Optional.of(imports);
    }

    @Override
    public List<CredentialEvent> removal(IdentityState.Registered somebody, Instant now) {
        LookupState codes = LookupState.of(somebody.credential(ID));
        return codes == null
                ? List.of()
                : List.of(new LookupEvent.Removed(somebody.id(), codes.lineage(), now));
    }

    static @Nullable LookupState held(@Nullable Person person) {
        return person == null ? null : LookupState.of(person.state().credential(ID));
    }
}
