package dev.bonafide.method;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.Identifier;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.MethodId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change of their credentials of one method, in the method's own words
 * ({@code EnrolTotp}, {@code RegenerateLookupSecrets}, …); decided inside the unit of work, pure.
 */
public interface CredentialIntent {
    MethodId method();

    /** What to say where a name that the credential would hold is somebody else's. */
    default FieldProblem taken() {
        return FieldProblem.global(Messages.identifierTaken());
    }

    /** What follows from it for the credential as it is now. */
    Outcome decide(@Nullable CredentialState held);

    /** The names of credentials that somebody holds once this is done. */
    default List<Identifier> names(Registered somebody) {
        return decide(somebody.credential(method())) instanceof Changed changed
                ? IdentityDecisions.afterwards(somebody, changed.events()).credentialNames()
                : somebody.credentialNames();
    }

    /** What is decided. */
    sealed interface Outcome {}

    /**
     * The change.
     *
     * @param events none where nothing is to be changed
     * @param given what confirming the new credential proves; null where it proves nothing
     * @param replacesFirstFactor whether the identity's other sessions end with it, if
     *     configuration wants that
     */
    record Changed(
            List<CredentialEvent> events,
            Evidence.@Nullable Given given,
            boolean replacesFirstFactor)
            implements Outcome {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** It can't be done on the credential as it is; nothing is recorded. */
    record Impossible(FieldProblem problem) implements Outcome {}
}
