/**
 * That somebody is logged in, how strongly, since when, from which device.
 *
 * <p>Invariant: the level is never stored. {@link dev.bonafide.session.Assurance} computes it from
 * the proofs, the same for whoami, for the command side, and for "at time T". Start at {@link
 * dev.bonafide.session.SessionState}, then {@link dev.bonafide.session.Assurance}.
 */
@NullMarked
package dev.bonafide.session;

import org.jspecify.annotations.NullMarked;
