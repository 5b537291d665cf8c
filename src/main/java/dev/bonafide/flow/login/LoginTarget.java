package dev.bonafide.flow.login;

import dev.bonafide.kernel.SessionId;
import dev.bonafide.method.MethodCommand.Onto;

/**
 * Where a proof goes, and the token with which the client goes on: that of a new session, a
 * replacement, or the one it presented.
 */
record LoginTarget(SessionId session, Onto onto, String token) {}
