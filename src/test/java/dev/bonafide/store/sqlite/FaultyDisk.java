package dev.bonafide.store.sqlite;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens connections that go wrong as planned; each planned fault is met once. */
final class FaultyDisk implements Writer.Opener {
    /** What a COMMIT does before it throws. */
    enum Fault {
        COMMITS,
        NOTHING
    }

    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger commits = new AtomicInteger();
    private final Path database;
    private volatile boolean gone;
    private volatile Runnable whenOpened = () -> {};

    FaultyDisk(Path database) {
        this.database = database;
    }

    void plan(Fault fault) {
        faults.add(fault);
    }

    /** From now on it can't be opened. */
    void vanish() {
        gone = true;
    }

    /** What happens before it is opened the next time. */
    void beforeOpening(Runnable action) {
        whenOpened = action;
    }

    int commits() {
        return commits.get();
    }

    @Override
    public Link open() throws SQLException {
        if (gone) {
            throw new SQLException("unable to open database file, as planned");
        }
        whenOpened.run();
        Link link = new FaultyLink();
        link.begin();
        return link;
    }

    private final class FaultyLink extends Link {
        FaultyLink() throws SQLException {
            super(DriverManager.getConnection("jdbc:sqlite:" + database));
        }

        @Override
        void commit() throws SQLException {
            commits.incrementAndGet();
            Fault fault = faults.poll();
            if (fault != Fault.NOTHING) {
                super.commit();
            }
            if (fault != null) {
                throw new SQLException("disk I/O error, as planned");
            }
        }
    }
}
