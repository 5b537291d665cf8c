package dev.bonafide.identity;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.util.Optional;

/**
 * Finds people by what they type. Reads folds, never a projection, so a login is never behind a
 * registration.
 */
public interface Directory {
    /**
     * Whose identifier this is, if the schema lets it serve the method; empty for nobody and for
     * what can't be an identifier.
     */
    Optional<Person> byIdentifier(MethodId method, String typed);

    /** Whose identifier this is, whatever it serves for. */
    default Optional<Person> byIdentifier(String typed) {
        return Optional.empty();
    }

    /** Whom another system knows by this name. */
    default Optional<Person> byExternalId(String externalId) {
        return Optional.empty();
    }

    /** Whose credential holds this name ({@link CredentialState#identifiers}). */
    default Optional<Person> byCredential(String name) {
        return Optional.empty();
    }

    Optional<Person> byId(IdentityId id);

    /**
     * Lower-case hex HMAC of the normalised identifier, also for what is nobody's; of what can't be
     * normalised, that of the text itself.
     */
    String hash(String typed);

    /** The same of an external id; never that of an identifier. */
    default String externalHash(String externalId) {
        return hash(externalId);
    }
}
