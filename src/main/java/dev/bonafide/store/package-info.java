/**
 * Three ports to what is kept on disk, and their adapters: {@link dev.bonafide.store.CommitLog}
 * (the truth), {@link dev.bonafide.store.Keys} (what opens it; same durability, kept with it) and
 * {@link dev.bonafide.store.Documents} (all that can be rebuilt or may expire).
 *
 * <p>Invariant: an adapter stores and finds bytes; it decides nothing. Drivers occur only here.
 * Start at {@link dev.bonafide.store.CommitLog}.
 */
@NullMarked
package dev.bonafide.store;

import org.jspecify.annotations.NullMarked;
