package dev.bonafide.method;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.MethodId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One way to prove oneself; a set of optional parts, each of which it has or has not. Collected by
 * injection.
 */
public interface AuthenticationMethod {
    MethodId id();

    /**
     * Whether configuration has it switched on now. Decides what is offered; never what a proof
     * counts.
     */
    boolean enabled();

    default Optional<LoginPart> login() {
        return Optional.empty();
    }

    default Optional<RegistrationPart> registration() {
        return Optional.empty();
    }

    default Optional<SettingsPart> settings() {
        return Optional.empty();
    }

    /** Credentials that an administrator brings along; empty where they can't be imported. */
    default Optional<ImportPart> imports() {
        return Optional.empty();
    }

    /**
     * The events by which an administrator takes all credentials of this method from an identity;
     * none where it has none.
     */
    List<CredentialEvent> removal(IdentityState.Registered somebody, Instant now);

    /**
     * Where its forms lead people besides this server, as sources (CSP level 3, section 2.3.1):
     * browsers hold every redirect after a form to the list of the page, a provider's own ones,
     * too. None where it leads nowhere.
     */
    default List<String> leadsTo() {
        return List.of();
    }

    /** A class of its folder, beside which its texts and hints for pages lie. */
    default Class<?> folder() {
        return getClass();
    }
}
