package dev.bonafide.store.sqlite;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.AppendResult.Occupied;
import dev.bonafide.store.AppendResult.Unknown;
import dev.bonafide.store.Batch;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The log in one file. Where this process writes, it knows the head without asking; a store opened
 * for reading looks, since another process may append.
 */
final class SqliteLog implements CommitLog {
    private final Readers readers;
    private final Writing writing;
    private final AtomicLong head;

    SqliteLog(Readers readers, Writing writing) {
        this.readers = readers;
        this.writing = writing;
        this.head = new AtomicLong(writing.ours() ? readers.read(CommitTable::head) : 0);
    }

    @Override
    public Optional<Commit> last() {
        return readers.read(CommitTable::last);
    }

    @Override
    public boolean vacant(long position) {
        return position > head();
    }

    @Override
    public AppendResult append(List<Commit> batch) {
        Batch.check(batch, headBefore(batch) + 1);
        try {
            writing.write(link -> CommitTable.insert(link, batch));
            return acknowledged(batch.getLast().last());
        } catch (Taken e) {
            return occupied(batch, e.index());
        } catch (Unavailable e) {
            return settled(batch, e);
        }
    }

    @Override
    public List<Commit> read(long after, int limit) {
        return readers.read(link -> CommitTable.after(link, after, limit));
    }

    @Override
    public Optional<Commit> at(long position) {
        return readers.read(link -> CommitTable.at(link, position));
    }

    @Override
    public List<Commit> stream(StreamId stream, long fromSequence, long notBehind, int limit) {
        long last = headAtLeast(notBehind);
        if (notBehind > last) {
            throw new Unavailable("the log ends at " + last + ", before " + notBehind);
        }
        return readers.read(link -> CommitTable.stream(link, stream, fromSequence, limit));
    }

    /** Nothing: the store closes its parts. */
    @Override
    public void close() {}

    private long head() {
        return writing.ours() ? head.get() : readers.read(CommitTable::head);
    }

    private long headBefore(List<Commit> batch) {
        return batch.isEmpty() ? head() : headAtLeast(batch.getFirst().position() - 1);
    }

    /**
     * Readers see a batch in the file before its writer hears that it is stored, and some are
     * stored of which it never hears: whoever was shown more than we were told is right.
     */
    private long headAtLeast(long position) {
        if (head() < position) {
            acknowledged(readers.read(CommitTable::head));
        }
        return head();
    }

    private Acknowledged acknowledged(long last) {
        head.accumulateAndGet(last, Math::max);
        return new Acknowledged();
    }

    /** Nothing was stored; the commits before the occupied one are, in a second try. */
    private AppendResult occupied(List<Commit> batch, int index) {
        AppendResult prefix = index == 0 ? new Acknowledged() : append(batch.subList(0, index));
        acknowledged(readers.read(CommitTable::head));
        return prefix instanceof Acknowledged ? new Occupied(index) : prefix;
    }

    /**
     * The transaction is stored whole or not at all, so its first commit tells. That it is not
     * there is still no refusal: the caller sends the same bytes again.
     */
    private AppendResult settled(List<Commit> batch, Unavailable doubt) {
        try {
            return writing.write(link -> CommitTable.holds(link, batch.getFirst()))
                    ? acknowledged(batch.getLast().last())
                    : new Unknown(doubt);
        } catch (Unavailable e) {
            doubt.addSuppressed(e);
            return new Unknown(doubt);
        }
    }
}
