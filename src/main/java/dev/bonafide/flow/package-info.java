/**
 * The conversations: login, registration, settings, logout. They order nodes, keep what was said,
 * and turn a submission into a command through the contract of methods; they know no method.
 *
 * <p>Invariant: a flow is a document that expires; what it brings about, and that it was used, is
 * one commit. What it remembers of secrets or traits is sealed. Start at {@link
 * dev.bonafide.flow.Flow}.
 *
 * <p>{@link dev.bonafide.flow.Visits} alone decides what kind of client asks (API, HTML, AJAX), and
 * {@link dev.bonafide.flow.Answers} alone how an {@link dev.bonafide.flow.Outcome} is said to it;
 * all between them knows no browser. Pages that are rendered in this process inject the {@link
 * dev.bonafide.flow.FlowReader}s and read the flow that their own {@code id} or {@code flow}
 * parameter names: a {@link dev.bonafide.flow.FlowView} has nodes and messages as objects, and its
 * CSRF field filled for the request. {@link dev.bonafide.flow.Destinations} says where pages lie,
 * {@link dev.bonafide.flow.ForwardedErrors} holds what the error page shows.
 */
@NullMarked
package dev.bonafide.flow;

import org.jspecify.annotations.NullMarked;
