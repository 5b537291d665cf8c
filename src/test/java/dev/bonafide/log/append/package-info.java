/** Tests of the append, most of all a seeded simulation of stores and nodes that fail. */
@NullMarked
package dev.bonafide.log.append;

import org.jspecify.annotations.NullMarked;
