/**
 * The log as others may hear it while it goes on: {@code GET /admin/events/stream}, in a public
 * schema of its own (docs/events.md).
 *
 * <p>Invariant: every client hears every public event after the position it names, once and in the
 * order of the log, or is told why not. The log is the only buffer: a client that is behind is read
 * for, never stored for. Start at {@code EventHub} and {@code PublicSchema}.
 */
@NullMarked
package dev.bonafide.audit.stream;

import org.jspecify.annotations.NullMarked;
