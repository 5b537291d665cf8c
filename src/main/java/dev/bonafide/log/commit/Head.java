package dev.bonafide.log.commit;

import dev.bonafide.store.Commit;

/**
 * The newest commit of which a node knows that it will never be taken back.
 *
 * @param position of its last event; 0 for the empty log
 * @param hash its hash; 32 zero bytes for the empty log
 * @param at its time in microseconds
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Head(long position, byte[] hash, long at) {
    /** Before the first commit. */
    public static final Head EMPTY = new Head(0, new byte[32], 0);

    public static Head of(Commit commit) {
        return new Head(commit.last(), commit.hash(), commit.at());
    }
}
