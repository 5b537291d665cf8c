/**
 * The three ports over two SQLite files on a local disk: the log's (commits and keys, durable) and
 * the views' (documents, which can be rebuilt).
 *
 * <p>Invariant: one process writes, and in it one thread per file; what was acknowledged is on
 * disk. A commit is stored whole or not at all, and none without those before it.
 *
 * <p>Start at {@link dev.bonafide.store.sqlite.SqliteStore}, then {@link
 * dev.bonafide.store.sqlite.Writer}.
 */
@NullMarked
package dev.bonafide.store.sqlite;

import org.jspecify.annotations.NullMarked;
