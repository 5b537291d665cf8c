/** Tests of the commit's format and chain. */
@NullMarked
package dev.bonafide.log.commit;

import org.jspecify.annotations.NullMarked;
