package dev.bonafide.store;

import java.util.List;

/**
 * What no adapter accepts, whoever asks: batches that would leave a gap or an event without a key.
 */
public final class Batch {
    private Batch() {}

    /**
     * Refuses what must not be stored.
     *
     * @param next the position after the newest commit that the adapter knows
     * @throws IllegalArgumentException if the batch is empty, is not consecutive, begins beyond
     *     {@code next}, or has a commit whose keys are not one for each event. A reader that met
     *     such a gap would stop for ever.
     */
    public static void check(List<Commit> batch, long next) {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("an empty batch");
        }
        long expected = Math.min(next, batch.getFirst().position());
        for (Commit commit : batch) {
            check(commit, expected);
            expected = commit.last() + 1;
        }
    }

    private static void check(Commit commit, long expected) {
        if (commit.position() != expected || commit.position() < 1) {
            throw new IllegalArgumentException(
                    "a commit at " + commit.position() + " where " + expected + " is next");
        }
        if (commit.count() < 1 || commit.keys().size() != commit.count()) {
            throw new IllegalArgumentException(
                    "a commit of %d events with %d keys"
                            .formatted(commit.count(), commit.keys().size()));
        }
    }
}
