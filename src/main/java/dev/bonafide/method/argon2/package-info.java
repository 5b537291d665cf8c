/**
 * Argon2id for the methods that keep a hash of something short: one implementation, and one store
 * of its memory for the whole process. Not a method itself, and knows none.
 *
 * <p>Invariant: memory is given back only after it was overwritten. Start at {@code Argon2}.
 */
@NullMarked
package dev.bonafide.method.argon2;

import org.jspecify.annotations.NullMarked;
