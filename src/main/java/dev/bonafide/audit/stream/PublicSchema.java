package dev.bonafide.audit.stream;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.kernel.EventName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which stored events others are told, and as what. Names and shapes of the log follow the needs of
 * the log; those here are promised to clients. What stands in neither list is not told, and a test
 * fails.
 */
final class PublicSchema {
    /**
     * Rises when a type or field goes or changes its meaning; new ones are no reason to raise it.
     */
    static final int VERSION = 1;

    /**
     * One public type.
     *
     * @param fields name on the wire, and after a colon its path in the stored payload if that
     *     differs
     */
    record Told(String type, List<String> fields) {}

    private static final Map<String, Told> TOLD =
            Map.ofEntries(
                    told("identity.registered", "identity.created", "schema"),
                    told("identity.traits-changed", "identity.traits_changed", "schema"),
                    told("identity.metadata-changed", "identity.metadata_changed"),
                    told("identity.external-id-changed", "identity.external_id_changed"),
                    told("identity.addresses-stated", "identity.addresses_stated"),
                    told("identity.deactivated", "identity.deactivated"),
                    told("identity.activated", "identity.activated"),
                    told("identity.sessions-ended", "identity.sessions_ended", "reason:cause"),
                    told("identity.erased", "identity.deleted"),
                    told("session.started", "session.started", "expires_at"),
                    told(
                            "session.method-completed",
                            "session.authenticated",
                            "method:proof.method",
                            "aal:proof.aal",
                            "credential:proof.lineage"),
                    told("session.extended", "session.extended", "expires_at"),
                    told("session.kept", "session.kept"),
                    told("session.revoked", "session.ended", "reason:cause"),
                    told(
                            "guard.attempt-failed",
                            "guard.attempt_failed",
                            "method",
                            "failures",
                            "refused_until",
                            "disabled"),
                    told("guard.cap-reached", "guard.cap_reached", "method", "failures"),
                    told("guard.reset", "guard.reset", "method", "reason"),
                    told("guard.nobody-guessed", "guard.nobody_guessed", "guesses"),
                    told("flow.completed", "flow.completed"),
                    told(
                            "alert.raised",
                            "alert.raised",
                            "rule",
                            "method",
                            "cause",
                            "cause_position"));

    /** The same for credentials, whatever their method: what is behind the dot of the name. */
    private static final Map<String, String> TOLD_OF_CREDENTIALS =
            Map.of(
                    "set", "credential.added",
                    "enrolled", "credential.added",
                    "registered", "credential.added",
                    "imported", "credential.imported",
                    "changed", "credential.replaced",
                    "regenerated", "credential.replaced",
                    "used", "credential.used",
                    "counter-went-back", "credential.counter_went_back",
                    "removed", "credential.removed");

    /** How things are kept, or part of something that is told already. */
    private static final Set<String> INTERNAL =
            Set.of(
                    "identifier.claimed",
                    "identifier.released",
                    "log.started",
                    "session.proofs-kept",
                    "session.token-issued");

    private static final Set<String> INTERNAL_OF_CREDENTIALS = Set.of("rehashed");

    private static final List<String> CREDENTIAL_FIELDS = List.of("credential:lineage");

    private PublicSchema() {}

    private static Map.Entry<String, Told> told(String stored, String type, String... fields) {
        return Map.entry(stored, new Told(type, List.of(fields)));
    }

    /** As what a stored event is told; empty if it is not. */
    static Optional<Told> of(Class<?> event) {
        return CredentialEvent.class.isAssignableFrom(event)
                ? Optional.ofNullable(TOLD_OF_CREDENTIALS.get(fact(event)))
                        .map(type -> new Told(type, CREDENTIAL_FIELDS))
                : Optional.ofNullable(TOLD.get(name(event)));
    }

    /** Whether somebody decided that it is not told. */
    static boolean internal(Class<?> event) {
        return CredentialEvent.class.isAssignableFrom(event)
                ? INTERNAL_OF_CREDENTIALS.contains(fact(event))
                : INTERNAL.contains(name(event));
    }

    /** Every public type, in alphabetical order. */
    static Set<String> types() {
        Set<String> types = new TreeSet<>(TOLD_OF_CREDENTIALS.values());
        TOLD.values().stream().map(Told::type).forEach(types::add);
        return types;
    }

    /** The stored names for which there is an entry, credentials aside. */
    static Stream<String> names() {
        return Stream.concat(TOLD.keySet().stream(), INTERNAL.stream());
    }

    /** Today's name: an older one was brought up to it when the event was read. */
    private static String name(Class<?> event) {
        EventName name = event.getAnnotation(EventName.class);
        return name == null ? "" : name.value();
    }

    private static String fact(Class<?> event) {
        String name = name(event);
        return name.substring(name.indexOf('.') + 1);
    }
}
