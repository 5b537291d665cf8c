package dev.bonafide.store;

import java.util.List;

/**
 * The log and the keys that open it: what a verifier or a backup reads, and what must never be
 * lost.
 */
public interface LogStore extends AutoCloseable {
    CommitLog log();

    Keys keys();

    /**
     * The store's own check of its structure (pages, indexes against tables), one line a fault;
     * empty = sound. Reads everything. Says nothing about digests and chain: that is the verifier's
     * work.
     */
    List<String> damage();

    /**
     * Ends all work that was begun; afterwards every call answers {@link
     * dev.bonafide.kernel.Unavailable}.
     */
    @Override
    void close();
}
