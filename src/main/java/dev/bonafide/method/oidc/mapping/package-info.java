/**
 * From what a provider says of somebody to what this server keeps: the operator's Jsonnet.
 *
 * <p>Invariant: a mapper is a function of the claims. It reads no file and no environment, and it
 * ends: after so many steps, at such a depth, with so much text, or with a result.
 *
 * <p>Start at {@link dev.bonafide.method.oidc.mapping.Mapper}.
 */
@NullMarked
package dev.bonafide.method.oidc.mapping;

import org.jspecify.annotations.NullMarked;
