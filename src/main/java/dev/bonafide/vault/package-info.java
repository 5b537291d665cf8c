/**
 * Seals what is personal or secret under a data key of one identity, kept in {@link
 * dev.bonafide.store.Keys} and wrapped by the operator's key-encryption keys. Destroying the data
 * key erases the person from a log that never changes.
 *
 * <p>Invariant: a value opens only where it was sealed (owner, place and key version are associated
 * data), and a data key is durable before anything is sealed under it. A key that is missing
 * without having been destroyed is a fault, never an erasure.
 *
 * <p>Start at {@link dev.bonafide.vault.Vault}. The only package that asks for a cipher.
 */
@NullMarked
package dev.bonafide.vault;

import org.jspecify.annotations.NullMarked;
