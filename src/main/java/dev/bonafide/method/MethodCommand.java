package dev.bonafide.method;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.guard.Lane;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.Command;
import dev.bonafide.session.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people ask for through methods. */
public sealed interface MethodCommand<A> extends Command<A> {
    /**
     * Judges a guess and, if it is right, completes the method in a session: spends what was used,
     * adds the proof, resets the guard, consumes the flow; if it is wrong, counts it. One commit,
     * or nothing.
     */
    record CompleteAuthenticationMethod(
            FlowId flow, Guessed guessed, Onto onto, Evidence evidence, Instant now)
            implements MethodCommand<Completion> {
        /**
         * Of many parallel guesses one counts: a guess whose guard has moved is answered as one
         * made while waiting.
         */
        @Override
        public Optional<Completion> answerIfMoved(Set<StreamId> moved) {
            boolean guard = moved.stream().anyMatch(stream -> stream.kind() == StreamKind.GUARD);
            return guard
                    ? Optional.of(new Completion.Waiting(now.plusSeconds(1)))
                    : Optional.empty();
        }
    }

    /** Whose credential of which method is guessed at. */
    record Guessed(IdentityId identity, MethodId method, GuardPolicy policy, Lane lane) {}

    /** On which session a proof goes. */
    sealed interface Onto {}

    /** A new one. */
    record NewSession(SessionId id, Device device, String tokenHash, Instant expiresAt)
            implements Onto {}

    /**
     * One that is there.
     *
     * @param tokenHash of the token that was presented; it must be the newest
     * @param replacement hash of the token that replaces it; null where it stays
     */
    record SameSession(
            SessionId id, String tokenHash, @Nullable String replacement, Instant expiresAt)
            implements Onto {}

    /** What became of a guess. */
    sealed interface Completion {
        /** Right: the session holds the proof. */
        record Completed(SessionId session) implements Completion {}

        /**
         * Wrong, and counted, or nothing to guess at. {@code retryAt} is null where another guess
         * may follow at once.
         */
        record Wrong(FieldProblem problem, @Nullable Instant retryAt) implements Completion {}

        /** Not evaluated: too many were wrong before. */
        record Waiting(Instant until) implements Completion {}

        /** Not evaluated: the method is disabled until it is bound anew or reset. */
        record Disabled() implements Completion {}
    }

    /**
     * Registers somebody with their first credential, and logs them in if {@code session} is given.
     */
    record RegisterIdentity(
            FlowId flow,
            Newcomer newcomer,
            MethodId method,
            RegistrationPart.Enrolment enrolment,
            @Nullable NewSession session,
            Instant now)
            implements MethodCommand<IdentityId> {}

    /** Who is registered. */
    record Newcomer(IdentityId id, Profile profile) {}

    /** Changes a credential of the session's identity. */
    record ChangeCredential(
            Acting acting, CredentialIntent intent, SettingsPolicy policy, Instant now)
            implements MethodCommand<Change> {}

    /**
     * Changes traits, and with them perhaps login identifiers, of the session's identity.
     *
     * @param policy null where the change touches nothing that needs a privileged session
     */
    record ChangeTraits(
            Acting acting, Profile profile, @Nullable SettingsPolicy policy, Instant now)
            implements MethodCommand<Boolean> {}

    /**
     * What a session must have to change settings, as configured today.
     *
     * @param maxAge how old the deciding proof may be
     * @param enabled the methods that are switched on
     * @param firstFactorToo whether a fresh first factor is needed besides
     * @param restores whether the change does no more than set a way to log in, which a recovered
     *     session may, too
     * @param endOtherSessions whether replacing a first factor ends the identity's other sessions
     */
    record SettingsPolicy(
            Duration maxAge,
            Set<MethodId> enabled,
            boolean firstFactorToo,
            boolean restores,
            boolean endOtherSessions) {
        public SettingsPolicy {
            enabled = Set.copyOf(enabled);
        }
    }

    /**
     * Who acts: the session, its identity, and the token presented, which must be the newest.
     *
     * @param replacement hash of the token that replaces it, should the change raise the session or
     *     replace a first factor; null where it stays whatever happens
     */
    record Acting(
            IdentityId identity,
            SessionId session,
            String tokenHash,
            @Nullable String replacement) {}

    /** What became of an intent. */
    sealed interface Change {
        /** Done, or there was nothing to do. */
        record Done() implements Change {}

        /** Impossible as things are; nothing was recorded. */
        record Impossible(FieldProblem problem) implements Change {}
    }

    /**
     * Takes all credentials of a method from an identity, for an administrator. Answers whether it
     * had any.
     */
    record RemoveCredential(IdentityId identity, MethodId method, Instant now)
            implements MethodCommand<Boolean> {}

    /**
     * Clears the guard of a method, for an administrator. Answers whether there was anything to
     * clear.
     */
    record ResetGuard(IdentityId identity, MethodId method, Instant now)
            implements MethodCommand<Boolean> {}
}
