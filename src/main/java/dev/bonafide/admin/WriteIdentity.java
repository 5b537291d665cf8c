package dev.bonafide.admin;

import dev.bonafide.identity.Identifier;
import dev.bonafide.identity.IdentityEvent;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.log.Command;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an identity for an administrator. Answers whether anything was written.
 *
 * @param seen the identity on which the events were decided; null for one that is to be
 * @param names all that it is to hold afterwards, external id included
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

    List<Identifier> held() {
        return seen == null ? List.of() : seen.names();
    }
}
