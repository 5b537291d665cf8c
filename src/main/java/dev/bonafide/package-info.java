/**
 * THE MAP. Every fact is an event in one append-only log; a session's level is derived from events
 * and never stored. Each room below has a {@code package-info} that says where to start.
 *
 * <pre>
 * kernel/    words everyone uses: ids, levels, refusals, the clock    needs the JDK only
 * store/     the ports and their adapters: memory/ sqlite/            kernel
 * vault/     a data key per identity, sealing, rotation, erasure      kernel, store
 * log/       commits, positions, chain, names, tail, folds, Axon      kernel, store
 * http/      what every route shares: listeners, errors, cookies      kernel
 * guard/     attempts counted and throttled                           log, vault
 * identity/  who someone is: traits, identifiers, credentials         guard
 * session/   that they are logged in, how strongly; assurance         identity
 * method/    ways to prove it: the contract, and one folder each      session
 *            password/ totp/ lookup/ ... never one another
 * flow/      the conversations: they order and render nodes           method's contract
 * admin/     identities written by administrators                     flow
 * courier/   messages to people                                       the log
 * audit/     the trail: projection, queries, time travel              the log
 * alert/     security-event subscribers                               the log
 * ui/        built-in pages rendered from flow nodes                  flow
 * config/    strict YAML to records; used by every room               kernel
 * cli/       what the jar can be told to do                           all
 * </pre>
 *
 * The arrows are tests (ArchitectureTest). Nothing left of the log reads a projection; the only way
 * back is a command.
 *
 * <p>The walk of one login: a route of {@code flow} parses and loads the flow; a method of {@code
 * method} makes a command with time and ids decided; pure decisions answer; {@code log} appends one
 * commit; the session is read as a fold of its stream and written as JSON. No step goes back up.
 */
@NullMarked
package dev.bonafide;

import org.jspecify.annotations.NullMarked;
