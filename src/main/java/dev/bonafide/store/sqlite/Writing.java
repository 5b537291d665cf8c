package dev.bonafide.store.sqlite;

import java.sql.SQLException;

/** The way to change one of the files. */
interface Writing extends AutoCloseable {
    /**
     * Statements that belong together. May run more than once, each time from the same state: no
     * effects but those on the link.
     */
    @FunctionalInterface
    interface Work<T> {
        T on(Link link) throws SQLException;
    }

    /**
     * Does it in a transaction, perhaps together with others' work, and returns when that is
     * committed.
     *
     * @throws dev.bonafide.kernel.Unavailable if it may or may not have been done
     * @throws RuntimeException what the work threw; then nothing was done
     */
    <T> T write(Work<T> work);

    /**
     * The same, and the bytes that were overwritten are in neither file any more.
     *
     * @throws dev.bonafide.kernel.Unavailable if it may or may not have been done, or if the old
     *     bytes may still be found
     */
    <T> T writeOver(Work<T> work);

    /** Whether this process is the one that writes. */
    boolean ours();

    @Override
    void close();

    /** Of a store that was opened for reading. */
    final class Nowhere implements Writing {
        @Override
        public <T> T write(Work<T> work) {
            throw new IllegalStateException("this store was opened for reading");
        }

        @Override
        public <T> T writeOver(Work<T> work) {
            return write(work);
        }

        @Override
        public boolean ours() {
            return false;
        }

        @Override
        public void close() {}
    }
}
