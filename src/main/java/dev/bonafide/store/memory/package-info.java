/**
 * The three ports in memory: for tests and for trying things out; gone with the process.
 *
 * <p>Invariant: it answers every call as the durable adapters do, which the contract suite shows.
 * Start at {@link dev.bonafide.store.memory.MemoryStore}.
 */
@NullMarked
package dev.bonafide.store.memory;

import org.jspecify.annotations.NullMarked;
