/** Two small aggregates, for tests of the log. */
@NullMarked
package dev.bonafide.log.example;

import org.jspecify.annotations.NullMarked;
