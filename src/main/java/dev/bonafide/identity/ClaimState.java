package dev.bonafide.identity;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import java.util.Set;

/** Whose a login identifier is. */
public sealed interface ClaimState {
    /** Nobody's. */
    record Free() implements ClaimState {}

    /** This identity's, serving these methods. */
    record Held(IdentityId identity, Set<MethodId> methods) implements ClaimState {}

    default ClaimState evolve(ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.Claimed e -> new Held(e.identity(), e.methods());
            case ClaimEvent.Released e -> new Free();
        };
    }
}
