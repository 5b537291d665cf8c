package dev.bonafide.method;

import dev.bonafide.guard.Lane;
import org.jspecify.annotations.Nullable;

/**
 * From where an act comes.
 *
 * @param description JSON of address and agent for the trail and the session's device; sealed
 *     before it is stored
 */
public record Client(Lane lane, @Nullable String description) {}
