/**
 * How one event stands on disk: its hand-chosen name and revision, and its strict JSON.
 *
 * <p>Invariant: what is read is exactly what some release wrote. An unknown name, an unknown,
 * missing or mistyped property is an error, because half a history makes wrong decisions. Start at
 * {@link dev.bonafide.log.event.EventCodec}.
 */
@NamedInterface("event")
@NullMarked
package dev.bonafide.log.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
