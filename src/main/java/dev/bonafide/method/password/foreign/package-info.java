/**
 * Hashes of passwords that other systems made, in the spellings of Kratos' import: verified, never
 * made. The functions are BouncyCastle's and commons-codec's; here is how they are put together.
 *
 * <p>Invariant: whatever {@code ForeignHash.read} accepts can be compared within bounded time and
 * memory, and without failing. Start at {@link dev.bonafide.method.password.foreign.ForeignHash}.
 */
@NullMarked
package dev.bonafide.method.password.foreign;

import org.jspecify.annotations.NullMarked;
