package dev.bonafide.audit;

import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event as the trail keeps it. Nothing personal is in clear: {@code client} stays sealed.
 *
 * @param type stored name of the event
 * @param identity whom it concerns, if anyone
 * @param session which session it concerns, or in which it happened
 * @param details facts of the event that are no secret and name nobody
 */
record AuditEntry(
        long position,
        Instant at,
        String type,
        String actor,
        @Nullable String request,
        @Nullable UUID identity,
        @Nullable UUID session,
        @Nullable UUID flow,
        Sealed.@Nullable Closed client,
        Map<String, Object> details) {}
