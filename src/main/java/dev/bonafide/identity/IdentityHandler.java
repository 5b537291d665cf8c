package dev.bonafide.identity;

import dev.bonafide.identity.IdentityCommand.EndSessions;
import dev.bonafide.identity.IdentityCommand.EraseIdentity;
import dev.bonafide.identity.IdentityCommand.SetActive;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.log.Aggregates;
import dev.bonafide.log.Folds;
import dev.bonafide.log.Handler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;

/** Axon's handlers for {@link IdentityCommand}s: load, decide, record. */
public final class IdentityHandler implements Handler {
    private final Aggregates aggregates;
    private final Folds folds;

    public IdentityHandler(Aggregates aggregates, Folds folds) {
        this.aggregates = aggregates;
        this.folds = folds;
    }

    @CommandHandler
    boolean handle(SetActive command) {
        return record(
                command.identity(),
                state -> IdentityDecisions.turn(state, command.active(), command.now()));
    }

    @CommandHandler
    boolean handle(EndSessions command) {
        return record(
                command.identity(),
                state ->
                        IdentityDecisions.endSessions(
                                IdentityDecisions.known(state), command.cause(), command.now()));
    }

    /**
     * Claims come before the identity in the order of loading, so they are read from the fold first
     * and checked again under the lock.
     */
    @CommandHandler
    boolean handle(EraseIdentity command) {
        List<String> held =
                hashes(folds.read(Identity.FOLD, Identity.stream(command.identity())).state());
        held.forEach(hash -> release(hash, command.identity(), command.now()));
        return record(
                command.identity(),
                state -> {
                    if (!hashes(state).equals(held)) {
                        throw new dev.bonafide.log.Moved(Identity.stream(command.identity()));
                    }
                    return IdentityDecisions.erase(state, command.now());
                });
    }

    private void release(String hash, IdentityId identity, Instant now) {
        aggregates.with(
                Claim.TYPE,
                Claim.stream(hash),
                claim -> {
                    claim.record(ClaimDecisions.release(claim.state(), identity, now));
                    return true;
                });
    }

    private boolean record(
            IdentityId id,
            java.util.function.Function<IdentityState, List<IdentityEvent>> decision) {
        return aggregates.with(
                Identity.TYPE,
                Identity.stream(id),
                identity -> {
                    List<IdentityEvent> events = new ArrayList<>(decision.apply(identity.state()));
                    identity.record(events);
                    return !events.isEmpty();
                });
    }

    /** Every claim that an identity holds, in the order in which claims are loaded. */
    private static List<String> hashes(IdentityState state) {
        if (!(state instanceof IdentityState.Registered somebody)) {
            return List.of();
        }
        Stream<String> own = somebody.names().stream().map(Identifier::hash);
        Stream<String> ofCredentials = somebody.credentialNames().stream().map(Identifier::hash);
        return Stream.concat(own, ofCredentials).distinct().sorted().toList();
    }
}
