/**
 * Configuration: the keys of Kratos' file as they are, own keys under {@code bonafide.*}, strict
 * YAML bound to records, never into Spring's environment.
 *
 * <p>A room declares a record for its part of the tree and binds it by path; what nobody binds and
 * the catalogue does not know stops the start.
 *
 * <p>Invariant: a wrong key or value never starts the server, and the message names key, value and
 * what is allowed.
 */
@NullMarked
package dev.bonafide.config;

import org.jspecify.annotations.NullMarked;
