/**
 * The trail: who did what, when, from where, in which session and flow, and what the session's
 * level was before and after; and time travel, by the same fold as whoami.
 *
 * <p>Invariant: it only reads the log; everything here can be deleted and rebuilt. Start at {@code
 * AuditProjection} and {@code TimeTravel}.
 */
@NullMarked
package dev.bonafide.audit;

import org.jspecify.annotations.NullMarked;
