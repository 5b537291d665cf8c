/**
 * The conversations: login, registration, settings, logout. They order nodes, keep what was said,
 * and turn a submission into a command through the contract of methods; they know no method.
 *
 * <p>Invariant: a flow is a document that expires; what it brings about, and that it was used, is
 * one commit. What it remembers of secrets or traits is sealed. Start at {@link
 * dev.bonafide.flow.Flow}.
 */
@NullMarked
package dev.bonafide.flow;

import org.jspecify.annotations.NullMarked;
