/**
 * One commit: its body, its header, and the chain from one to the next (log.md section 1).
 *
 * <p>Invariant: the body's bytes are made once, hashed, and never written again; a commit that is
 * numbered anew changes its header only. Start at {@link dev.bonafide.log.commit.CommitCodec}.
 */
@NullMarked
package dev.bonafide.log.commit;

import org.jspecify.annotations.NullMarked;
