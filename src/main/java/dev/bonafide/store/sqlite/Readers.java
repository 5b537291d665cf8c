package dev.bonafide.store.sqlite;

import dev.bonafide.kernel.Unavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A few connections that only read, lent to one caller at a time. A read transaction lasts as long
 * as one statement, and every statement is limited: a long one would keep the write-ahead log from
 * being cut.
 */
final class Readers implements AutoCloseable {
    private static final int COUNT = 4;
    private static final int WAIT_SECONDS = 5;

    private final BlockingQueue<Link> idle = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    Readers(DatabaseFile file) throws SQLException {
        for (int i = 0; i < COUNT; i++) {
            idle.add(file.openForReading());
        }
    }

    /** {@link Unavailable} if all are busy for long, or if SQLite can't read. */
    <T> T read(Writing.Work<T> work) {
        Link link = borrow();
        try {
            return work.on(link);
        } catch (SQLException e) {
            throw new Unavailable("not readable: " + e.getMessage(), e);
        } finally {
            idle.add(link);
        }
    }

    /** Waits for those that are lent. */
    @Override
    public void close() {
        List<Link> all = new ArrayList<>();
        if (!closed) {
            for (int i = 0; i < COUNT; i++) {
                all.add(borrow());
            }
        }
        closed = true;
        all.forEach(Readers::close);
    }

    private Link borrow() {
        @Nullable Link link = null;
        try {
            link = closed ? null : idle.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (link == null) {
            throw new Unavailable(closed ? "the store is closed" : "all readers are busy");
        }
        return link;
    }

    private static void close(Link link) {
        try {
            link.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
