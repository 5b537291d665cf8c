package dev.bonafide.method.lookup;

import java.time.Instant;

/**
 * A code that was used before it came here.
 *
 * @param index from 0, in the order given
 */
record Spent(int index, Instant at) {}
