/**
 * What things cost, as ratios of two things measured in one run, in turns.
 *
 * <p>Invariant: nothing here is asserted and no figure stands alone; machines are noisy, and what
 * disturbs one side of a ratio disturbs the other. Start at {@link dev.bonafide.bench.Benchmarks};
 * {@code docs/benchmarks.md} has the command and the last figures.
 */
@NullMarked
package dev.bonafide.bench;

import org.jspecify.annotations.NullMarked;
