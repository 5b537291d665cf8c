/**
 * What administrators write about identities: create, replace, patch, and create many at once
 * (contract clause 6.3); and what operators do about projections ({@code ProjectionRoutes}).
 *
 * <p>Invariant: a body is read, checked and hashed whole before anything is decided, and what
 * follows from it is one commit: names claimed and released, the identity, its credentials. Start
 * at {@code IdentityWriteRoutes}, then {@code Drafting}.
 */
@NullMarked
package dev.bonafide.admin;

import org.jspecify.annotations.NullMarked;
