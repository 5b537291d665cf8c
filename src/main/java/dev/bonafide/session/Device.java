package dev.bonafide.session;

import dev.bonafide.kernel.Sealed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a session began.
 *
 * @param client JSON of {@code ip_address}, {@code user_agent}, {@code location}, sealed under the
 *     identity's key; null where nothing is known
 */
public record Device(UUID id, @Nullable Sealed client) {}
