/**
 * The three ports over a MongoDB replica set, for those who outgrow one machine. Writes are
 * acknowledged by a majority and journalled; reads come from the primary and show only what a
 * majority has, and each is causally after what this process read or wrote before.
 *
 * <p>Invariant: what a read returned is never taken back, whoever is primary afterwards. Start at
 * {@link dev.bonafide.store.mongodb.MongoStore}.
 */
@NullMarked
package dev.bonafide.store.mongodb;

import org.jspecify.annotations.NullMarked;
