package dev.bonafide.store;

import dev.bonafide.kernel.StreamId;
import java.util.List;

/**
 * One commit as stored: whole or not at all, over however many streams.
 *
 * @param position global position of its first event; the first of the log is 1, the next commit's
 *     is {@code position + count}
 * @param count number of events, at least 1
 * @param id random 128 bits that name this commit and no other
 * @param node the node that appended it, 128 bits
 * @param at microseconds since the epoch, never decreasing along the log; no order rests on it
 * @param version format of header and body
 * @param previous {@code hash} of the commit before; 32 zero bytes for the first
 * @param digest SHA-256 of {@code body}
 * @param hash SHA-256 over the header's fixed-width fields, {@code digest} included
 * @param keys stream and sequence number of each event, in order, for the index
 * @param body the very bytes that were hashed; never changed by anyone
 */
@SuppressWarnings(
        "ArrayRecordComponent") // identity is the position; arrays are handed on, never compared
public record Commit(
        long position,
        int count,
        byte[] id,
        byte[] node,
        long at,
        int version,
        byte[] previous,
        byte[] digest,
        byte[] hash,
        List<Key> keys,
        byte[] body) {
    public Commit {
        keys = List.copyOf(keys);
    }

    /** Position of its last event. */
    public long last() {
        return position + count - 1;
    }

    /** Place of one event in its stream; the first has sequence number 0. */
    public record Key(StreamId stream, long sequence) {}
}
