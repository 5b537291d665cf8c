package dev.bonafide.store.sqlite;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened so far, to be closed in reverse, also where opening fails half-way. */
final class Closing implements AutoCloseable {
    private final Deque<Runnable> parts = new ArrayDeque<>();

    <T> T keep(T part, Runnable close) {
        parts.push(close);
        return part;
    }

    /** Each once, even if one before it fails. */
    @Override
    public synchronized void close() {
        if (!parts.isEmpty()) {
            try {
                parts.pop().run();
            } finally {
                close();
            }
        }
    }
}
