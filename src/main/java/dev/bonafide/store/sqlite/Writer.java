package dev.bonafide.store.sqlite;

import dev.bonafide.kernel.Unavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes to a file. Whatever waits is done in one transaction, so that many
 * callers share one synchronisation of the disk.
 *
 * <p>Work that throws is rolled back and the rest of its group done again, each alone. A COMMIT
 * that throws says nothing: the connection is closed and opened again, which settles what is
 * stored, and the callers are told that they don't know. If even that fails, nothing is written any
 * more and {@code fatal} is told: the process should end (log.md section 5).
 */
final class Writer implements Writing {
    private static final int GROUP_MAX = 500;

    /** Opens the connection that writes, with a transaction begun. */
    @FunctionalInterface
    interface Opener {
        Link open() throws SQLException;
    }

    /** The file could not be opened again. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(SQLException cause) {
            super("the store's file can't be opened again", cause);
        }
    }

    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
    private final Object gate = new Object();
    private final Job<Boolean> end = new Job<>(_ -> true, false);
    private final Opener opener;
    private final Thread thread;
    private Link link;
    private List<Job<?>> group = List.of();
    private @Nullable Unavailable refusal;

    Writer(String name, Opener opener, Consumer<Throwable> fatal) throws SQLException {
        this.opener = opener;
        this.link = opener.open();
        this.thread =
                Thread.ofPlatform()
                        .name(name)
                        .daemon()
                        .uncaughtExceptionHandler((_, e) -> breakDown(e, fatal))
                        .unstarted(this::work);
    }

    Writer started() {
        thread.start();
        return this;
    }

    @Override
    public <T> T write(Work<T> work) {
        return submitted(new Job<>(work, false)).await();
    }

    @Override
    public <T> T writeOver(Work<T> work) {
        return submitted(new Job<>(work, true)).await();
    }

    @Override
    public boolean ours() {
        return true;
    }

    /** Finishes what was submitted. */
    @Override
    public void close() {
        synchronized (gate) {
            if (refusal != null) {
                return;
            }
            refusal = new Unavailable("the store is closed");
            queue.add(end);
        }
        end.await();
    }

    private <T> Job<T> submitted(Job<T> job) {
        synchronized (gate) {
            if (refusal != null) {
                throw new Unavailable(String.valueOf(refusal.getMessage()), refusal);
            }
            queue.add(job);
        }
        return job;
    }

    private void work() {
        boolean more = true;
        while (more) {
            group = next();
            more = !group.remove(end);
            write(group);
        }
        closeLink();
        end.done();
    }

    private List<Job<?>> next() {
        List<Job<?>> waiting = new ArrayList<>();
        try {
            waiting.add(queue.take());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
        queue.drainTo(waiting, GROUP_MAX - 1);
        return waiting;
    }

    private void write(List<Job<?>> jobs) {
        try {
            for (Job<?> job : jobs) {
                job.run(link);
            }
        } catch (SQLException e) {
            rollback();
            jobs.forEach(job -> job.fail(new Unavailable("not written: " + e.getMessage(), e)));
            return;
        } catch (RuntimeException e) {
            rollback();
            doSingly(jobs, e);
            return;
        }
        commit(jobs);
    }

    private void doSingly(List<Job<?>> jobs, RuntimeException failure) {
        if (jobs.size() == 1) {
            jobs.getFirst().fail(failure);
        } else {
            jobs.forEach(job -> write(List.of(job)));
        }
    }

    private void commit(List<Job<?>> jobs) {
        try {
            link.commit();
        } catch (SQLException e) {
            reopen(e);
            jobs.forEach(job -> job.fail(new Unavailable("perhaps not written", e)));
            return;
        }
        jobs.stream().filter(job -> !job.overwrites()).forEach(Job::done);
        List<Job<?>> overwriting = jobs.stream().filter(Job::overwrites).toList();
        if (!overwriting.isEmpty()) {
            truncate(overwriting);
        }
    }

    private void truncate(List<Job<?>> overwriting) {
        try {
            if (link.truncate()) {
                overwriting.forEach(Job::done);
                return;
            }
            Unavailable later = new Unavailable("a reader still holds what was overwritten");
            overwriting.forEach(job -> job.fail(later));
        } catch (SQLException e) {
            reopen(e);
            overwriting.forEach(job -> job.fail(new Unavailable("perhaps not overwritten", e)));
        }
    }

    /** SQLite ends some failed transactions by itself, and then there is nothing to roll back. */
    private void rollback() {
        try {
            link.rollback();
        } catch (SQLException e) {
            reopen(e);
        }
    }

    /** Afterwards what is in the file is durable, and no rest of a failed COMMIT can come back. */
    private void reopen(SQLException reason) {
        closeLink();
        try {
            link = opener.open();
            link.truncate();
        } catch (SQLException e) {
            e.addSuppressed(reason);
            throw new Broken(e);
        }
    }

    private void closeLink() {
        try {
            link.close();
        } catch (SQLException _) {
            // What was committed stays so; there is nobody to tell.
        }
    }

    private void breakDown(Throwable cause, Consumer<Throwable> fatal) {
        List<Job<?>> left = new ArrayList<>(group);
        synchronized (gate) {
            refusal = new Unavailable("the store has failed", cause);
            queue.drainTo(left);
        }
        left.forEach(job -> job.fail(new Unavailable("the store has failed", cause)));
        fatal.accept(cause);
    }
}
