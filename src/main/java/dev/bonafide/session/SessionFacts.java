package dev.bonafide.session;

import dev.bonafide.kernel.Aal;

/**
 * A session as administrators see it, active or over.
 *
 * @param aal of the proofs that count now
 */
public record SessionFacts(SessionState.Started session, boolean active, Aal aal) {}
