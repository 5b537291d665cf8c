/**
 * Logout: the session ends in the log before the answer is sent, and stays ended.
 *
 * <p>Invariant: only who holds a session's token ends it here.
 */
@NullMarked
package dev.bonafide.flow.logout;

import org.jspecify.annotations.NullMarked;
