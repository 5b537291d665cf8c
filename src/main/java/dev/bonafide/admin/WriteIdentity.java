package dev.bonafide.admin;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.Identifier;
import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.log.Command;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an identity for an administrator. Answers whether anything was written.
 *
 * @param seen the identity on which the events were decided; null for one that is to be
 * @param names all that it is to hold afterwards, external id included, but for those of
 *     credentials
 * @param active null where that stays
 */
record WriteIdentity(
        IdentityId identity,
        @Nullable Registered seen,
        List<IdentityEvent> events,
        List<Identifier> names,
        @Nullable Boolean active,
        List<CredentialIntent> intents,
        Instant now)
        implements Command<Boolean> {
    WriteIdentity {
        events = List.copyOf(events);
        names = List.copyOf(names);
        intents = List.copyOf(intents);
    }

    /** All names that it holds before. */
    List<Identifier> held() {
        if (seen == null) {
            return List.of();
        }
        return Stream.concat(seen.names().stream(), seen.credentialNames().stream()).toList();
    }

    /** All names that it holds afterwards, with those of the credentials brought along. */
    List<Identifier> wanted() {
        Map<MethodId, CredentialState> credentials =
                new HashMap<>(seen == null ? Map.of() : seen.credentials());
        intents.forEach(
                intent -> credentials.compute(intent.method(), (_, held) -> after(intent, held)));
        return Stream.concat(names.stream(), Identifier.ofCredentials(credentials).stream())
                .toList();
    }

    private static @Nullable CredentialState after(
            CredentialIntent intent, @Nullable CredentialState held) {
        CredentialState next = held;
        if (intent.decide(held) instanceof CredentialIntent.Changed changed) {
            for (CredentialEvent event : changed.events()) {
                next = event.apply(next);
            }
        }
        return next;
    }
}
