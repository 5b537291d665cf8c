/**
 * Generated requests against a whole server: every route, what the API description knows of it, and
 * everything that no proper client sends.
 *
 * <p>What is drawn follows from the seed and from the answers alone. Begin with {@link
 * dev.bonafide.fuzz.GeneratedInputTest}.
 */
@NullMarked
package dev.bonafide.fuzz;

import org.jspecify.annotations.NullMarked;
