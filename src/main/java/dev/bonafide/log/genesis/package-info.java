/**
 * How a log begins, and how a node finds out that it belongs to it (log.md section 1).
 *
 * <p>Invariant: identifier key first, commit 1 after it; what another node put there first holds,
 * and a node that disagrees does not start. Start at {@link dev.bonafide.log.genesis.Genesis}.
 */
@NullMarked
package dev.bonafide.log.genesis;

import org.jspecify.annotations.NullMarked;
