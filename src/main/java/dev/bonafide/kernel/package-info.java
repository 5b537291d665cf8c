/**
 * The words that every room uses: ids, levels, proofs, refusals, sealed values, and the two sources
 * of chance, {@link Clock} and {@link Entropy}.
 *
 * <p>Invariant: nothing here knows a framework, a store or a method of authentication; the JDK is
 * its only dependency. Time and randomness enter the program here and nowhere else.
 */
@NullMarked
package dev.bonafide.kernel;

import org.jspecify.annotations.NullMarked;
