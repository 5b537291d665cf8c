/**
 * Axon over the log: commands, units of work, repositories (log.md section 6).
 *
 * <p>Invariant: one unit of work is one commit, and the commit is checked against every load of
 * that unit. Axon's own event store, caches, snapshots and processors are not used. Start at {@link
 * dev.bonafide.log.axon.CommandRunner}.
 */
@NullMarked
package dev.bonafide.log.axon;

import org.jspecify.annotations.NullMarked;
