/**
 * Attempts counted and throttled, per identity and method, in a stream of their own, because
 * attackers write it.
 *
 * <p>Invariant: what refuses is in the log, so it survives restarts and holds on every node; a
 * lifted refusal needs an event too. Rules: {@link dev.bonafide.guard.GuardDecisions}; source: NIST
 * SP 800-63B section 3.2.2.
 */
@NullMarked
package dev.bonafide.guard;

import org.jspecify.annotations.NullMarked;
