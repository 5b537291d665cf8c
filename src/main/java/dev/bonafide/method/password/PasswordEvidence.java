package dev.bonafide.method.password;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Messages;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guess came to.
 *
 * @param verified the password that it was compared with
 * @param renewed the same password hashed with today's parameters; null where that is not due
 */
record PasswordEvidence(
        IdentityId identity,
        PasswordState verified,
        boolean right,
        @Nullable String renewed,
        Instant now)
        implements Evidence {
    /** The one answer to every guess that is not right, whatever the reason. */
    static final FieldProblem WRONG = FieldProblem.global(Messages.wrongCredentials());

    /** A guess about nobody, or about somebody without a password. */
    static Evidence aboutNobody() {
        return held -> new Moot(WRONG);
    }

    @Override
    public Verdict judge(@Nullable CredentialState held) {
        if (!(held instanceof PasswordState state) || !state.samePassword(verified)) {
            return new Moot(WRONG);
        }
        return right
                ? new Accepted(
                        renewals(state), Given.of(Aal.AAL1, PasswordState.CHANNEL, state.lineage()))
                : new Rejected(WRONG);
    }

    /** None where another login at the same time has renewed it already. */
    private List<CredentialEvent> renewals(PasswordState state) {
        return renewed != null && state.hash().equals(verified.hash())
                ? List.of(
                        new PasswordEvent.PasswordRehashed(
                                identity,
                                state.lineage(),
                                new Sealed.Fresh(identity, renewed),
                                now))
                : List.of();
    }

    /** Never a hash. */
    @Override
    public String toString() {
        return "PasswordEvidence[" + identity + "]";
    }
}
