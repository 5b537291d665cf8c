package dev.bonafide.identity;

import dev.bonafide.identity.IdentityEvent.Activated;
import dev.bonafide.identity.IdentityEvent.AddressesStated;
import dev.bonafide.identity.IdentityEvent.Deactivated;
import dev.bonafide.identity.IdentityEvent.ExternalIdChanged;
import dev.bonafide.identity.IdentityEvent.MetadataChanged;
import dev.bonafide.identity.IdentityEvent.SessionsEnded;
import dev.bonafide.identity.IdentityEvent.TraitsChanged;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stages of an identity. */
public sealed interface IdentityState {
    /** Nobody yet. */
    record None() implements IdentityState {}

    /** Was somebody, and may not be looked up any more. */
    record Erased(IdentityId id, long epoch, Instant at) implements IdentityState {}

    /**
     * Somebody.
     *
     * @param extras what administrators attach
     * @param epoch sessions that began under a lower one are over
     */
    record Registered(
            IdentityId id,
            Profile profile,
            Life life,
            long epoch,
            Map<MethodId, CredentialState> credentials,
            Extras extras)
            implements IdentityState {
        public Registered {
            credentials = Map.copyOf(credentials);
        }

        /** With nothing that administrators attach. */
        public Registered(
                IdentityId id,
                Profile profile,
                Life life,
                long epoch,
                Map<MethodId, CredentialState> credentials) {
            this(id, profile, life, epoch, credentials, Extras.NONE);
        }

        /** Every name that it holds and nobody else may: login identifiers and external id. */
        public List<Identifier> names() {
            return profile.names(extras);
        }

        /**
         * The names that its credentials hold and nobody else's may ({@link
         * CredentialState#identifiers}), in one order.
         */
        public List<Identifier> credentialNames() {
            return Identifier.ofCredentials(credentials);
        }

        public @Nullable CredentialState credential(MethodId method) {
            return credentials.get(method);
        }

        /** All factors, usable or not. */
        public List<Factor> factors() {
            return credentials.values().stream().flatMap(held -> held.factors().stream()).toList();
        }

        /** The credentials that live: a proof given with another one counts no more. */
        public Set<Lineage> lineages() {
            return factors().stream().map(Factor::lineage).collect(Collectors.toUnmodifiableSet());
        }

        private Registered with(CredentialEvent event) {
            Map<MethodId, CredentialState> next = new LinkedHashMap<>(credentials);
            CredentialState after = event.apply(credentials.get(event.method()));
            if (after == null) {
                next.remove(event.method());
            } else {
                next.put(event.method(), after);
            }
            return new Registered(id, profile, life.touched(event.at()), epoch, next, extras);
        }

        private Registered with(Profile nextProfile, Life nextLife) {
            return new Registered(id, nextProfile, nextLife, epoch, credentials, extras);
        }

        private Registered with(Extras next, Instant at) {
            return new Registered(id, profile, life.touched(at), epoch, credentials, next);
        }

        private IdentityState with(IdentityEvent event) {
            return switch (event) {
                case IdentityEvent.Registered e ->
                        throw new IllegalStateException("identity registered twice: " + id);
                case TraitsChanged e -> with(Profile.of(e), life.touched(e.at()));
                case Deactivated e -> with(profile, life.turned(false, e.at()));
                case Activated e -> with(profile, life.turned(true, e.at()));
                case SessionsEnded e ->
                        new Registered(id, profile, life, e.epoch(), credentials, extras);
                case MetadataChanged e -> with(extras.with(e), e.at());
                case ExternalIdChanged e -> with(extras.with(e), e.at());
                case AddressesStated e -> with(extras.with(e), e.at());
                case IdentityEvent.Erased e -> new Erased(id, e.epoch(), e.at());
            };
        }
    }

    /** What it says of itself. */
    record Profile(String schema, Sealed traits, List<Identifier> identifiers) {
        public Profile {
            identifiers = List.copyOf(identifiers);
        }

        /** The names that somebody with this profile and these extras holds. */
        public List<Identifier> names(Extras extras) {
            return Stream.concat(identifiers.stream(), extras.claim().stream()).toList();
        }

        static Profile of(TraitsChanged e) {
            return new Profile(e.schema(), e.traits(), e.identifiers());
        }
    }

    /** Whether it may log in, and its times. */
    record Life(boolean active, Instant stateChangedAt, Instant createdAt, Instant updatedAt) {
        Life touched(Instant at) {
            return new Life(active, stateChangedAt, createdAt, at);
        }

        Life turned(boolean on, Instant at) {
            return new Life(on, at, createdAt, at);
        }
    }

    /**
     * The state after an event of the identity's stream. An impossible transition means a corrupt
     * log and throws.
     */
    default IdentityState evolve(Object event) {
        return switch (this) {
            case None none -> begun(event);
            case Registered somebody when event instanceof CredentialEvent credential ->
                    somebody.with(credential);
            case Registered somebody -> somebody.with((IdentityEvent) event);
            case Erased erased ->
                    throw new IllegalStateException("event after erasure of " + erased.id());
        };
    }

    private static IdentityState begun(Object event) {
        if (event instanceof IdentityEvent.Registered e) {
            Life life = new Life(true, e.at(), e.at(), e.at());
            return new Registered(
                    e.identity(),
                    new Profile(e.schema(), e.traits(), e.identifiers()),
                    life,
                    0,
                    Map.of());
        }
        throw new IllegalStateException(
                "an identity begins with its registration, not with " + event.getClass());
    }
}
