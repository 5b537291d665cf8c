package dev.bonafide.session;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.session.SessionEvent.Extended;
import dev.bonafide.session.SessionEvent.Kept;
import dev.bonafide.session.SessionEvent.MethodCompleted;
import dev.bonafide.session.SessionEvent.ProofsKept;
import dev.bonafide.session.SessionEvent.Revoked;
import dev.bonafide.session.SessionEvent.TokenIssued;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stages of a session. */
public sealed interface SessionState {
    /** Nothing yet. */
    record None() implements SessionState {}

    /**
     * It began. Whether it still is active depends on time and on the identity, too: {@link
     * Standing}.
     *
     * @param proofs in the order in which they were given; never removed
     * @param kept lineages that count in this session though the identity has them no more
     * @param tokens oldest first; only the last may do more than read
     */
    record Started(
            SessionId id,
            IdentityId identity,
            long epoch,
            Device device,
            Times times,
            List<Proof> proofs,
            Set<Lineage> kept,
            List<Token> tokens,
            boolean revoked)
            implements SessionState {
        public Started {
            proofs = List.copyOf(proofs);
            kept = Set.copyOf(kept);
            tokens = List.copyOf(tokens);
        }

        private Started apply(SessionEvent event) {
            return switch (event) {
                case SessionEvent.Started e ->
                        throw new IllegalStateException("session started twice: " + id);
                case MethodCompleted e -> proven(e.proof());
                case TokenIssued e -> tokens(e);
                case Extended e -> timed(times.extended(e.expiresAt()));
                case Kept e ->
                        new Started(
                                id, identity, e.epoch(), device, times, proofs, kept, tokens,
                                revoked);
                case ProofsKept e -> kept(e.lineages());
                case Revoked e ->
                        new Started(id, identity, epoch, device, times, proofs, kept, tokens, true);
            };
        }

        private Started proven(Proof proof) {
            List<Proof> more = new ArrayList<>(proofs);
            more.add(proof);
            Times proven = times.proven(proof.completedAt());
            return new Started(id, identity, epoch, device, proven, more, kept, tokens, revoked);
        }

        private Started timed(Times next) {
            return new Started(id, identity, epoch, device, next, proofs, kept, tokens, revoked);
        }

        private Started kept(Set<Lineage> lineages) {
            Set<Lineage> more = new HashSet<>(kept);
            more.addAll(lineages);
            return new Started(id, identity, epoch, device, times, proofs, more, tokens, revoked);
        }

        private Started tokens(TokenIssued issued) {
            List<Token> line = new ArrayList<>();
            for (Token token : tokens) {
                line.add(
                        token.supersededAt() == null
                                ? token.superseded(issued.at(), proofs.size())
                                : token);
            }
            line.add(new Token(issued.hash(), null, 0));
            return new Started(id, identity, epoch, device, times, proofs, kept, line, revoked);
        }
    }

    /** {@code authenticatedAt} is the time of the last proof. */
    record Times(Instant issuedAt, Instant authenticatedAt, Instant expiresAt) {
        Times extended(Instant until) {
            return new Times(issuedAt, authenticatedAt, until);
        }

        Times proven(Instant at) {
            return new Times(issuedAt, at, expiresAt);
        }
    }

    /**
     * One token of the line.
     *
     * @param hash lower-case hex SHA-256 of its secret
     * @param supersededAt when another one replaced it; null for the newest
     * @param proofsThen how many proofs the session had when it was replaced: it reads the session
     *     at that level, never higher
     */
    record Token(String hash, @Nullable Instant supersededAt, int proofsThen) {
        Token superseded(Instant at, int proofs) {
            return new Token(hash, at, proofs);
        }
    }

    /** The state after an event. An impossible transition means a corrupt log and throws. */
    default SessionState evolve(SessionEvent event) {
        return switch (this) {
            case None none when event instanceof SessionEvent.Started e ->
                    new Started(
                            e.session(),
                            e.identity(),
                            e.epoch(),
                            e.device(),
                            new Times(e.at(), e.at(), e.expiresAt()),
                            List.of(),
                            Set.of(),
                            List.of(),
                            false);
            case None none ->
                    throw new IllegalStateException(
                            "a session begins by starting, not with " + event);
            case Started started -> started.apply(event);
        };
    }
}
