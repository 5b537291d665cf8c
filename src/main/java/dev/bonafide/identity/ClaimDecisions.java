package dev.bonafide.identity;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import java.time.Instant;
import java.util.List;

/** Who may have a login identifier, pure. */
public final class ClaimDecisions {
    private ClaimDecisions() {}

    /**
     * Claims it; nothing to record where the identity holds it for the same methods already.
     *
     * @throws Refused {@code identifier.taken} if it is somebody else's
     */
    public static List<ClaimEvent> claim(
            ClaimState state, Identifier identifier, IdentityId identity, Instant now) {
        return switch (state) {
            case ClaimState.Held held when !held.identity().equals(identity) ->
                    throw new Refused(
                            "identifier.taken", "the identifier belongs to somebody else");
            case ClaimState.Held held when held.methods().equals(identifier.methods()) -> List.of();
            case ClaimState.Held held -> List.of(claimed(identifier, identity, now));
            case ClaimState.Free free -> List.of(claimed(identifier, identity, now));
        };
    }

    /** Gives it up; nothing to record where the identity does not hold it. */
    public static List<ClaimEvent> release(ClaimState state, IdentityId identity, Instant now) {
        return state instanceof ClaimState.Held held && held.identity().equals(identity)
                ? List.of(new ClaimEvent.Released(identity, now))
                : List.of();
    }

    private static ClaimEvent claimed(Identifier identifier, IdentityId identity, Instant now) {
        return new ClaimEvent.Claimed(identity, identifier.methods(), Identifiers.VERSION, now);
    }
}
