package dev.bonafide.store.mongodb;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.AppendResult.Occupied;
import dev.bonafide.store.AppendResult.Unknown;
import dev.bonafide.store.Batch;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One document a commit; a batch is one ordered command (log.md section 2). */
final class MongoLog implements CommitLog {
    private static final int PAGE_BYTES_MAX = 4 << 20;
    private static final int DUPLICATE = 11000;
    private static final long LINEARIZABLE_MILLIS = 5_000;

    private final MongoCollection<BsonDocument> commits;
    private final Causal causal;
    private final boolean writable;
    private final Supplier<Optional<Instant>> clock;

    /** Last position that this process read or had acknowledged. */
    private final AtomicLong known = new AtomicLong();

    /** The commits of a log, and who knows the store's time. */
    MongoLog(
            MongoCollection<BsonDocument> commits,
            Causal causal,
            boolean writable,
            Supplier<Optional<Instant>> clock) {
        this.clock = clock;
        this.commits = commits;
        this.causal = causal;
        this.writable = writable;
    }

    /** The belt of log.md section 1: no two commits hold the same place in a stream. */
    void createIndexes() {
        commits.createIndex(
                Indexes.ascending("keys.a", "keys.s"),
                new IndexOptions().unique(true).name("keys"));
    }

    /** Whether the belt is there. */
    boolean indexed() {
        return causal.after(_ -> {
            for (BsonDocument index : commits.listIndexes(BsonDocument.class)) {
                if (index.getString("name").getValue().equals("keys")) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public Optional<Instant> time() {
        return clock.get();
    }

    @Override
    public Optional<Commit> last() {
        return one(new BsonDocument());
    }

    /**
     * An equality on {@code _id}: the one kind of filter for which linearizable is promised. Within
     * what is known already nothing is vacant, and beyond the next position a commit might cover it
     * without beginning there.
     */
    @Override
    public boolean vacant(long position) {
        long next = known.get() + 1;
        if (position < next) {
            return false;
        }
        boolean absent = causal.unordered(session -> linearizable(session, position));
        return absent && (position == next || at(position).isEmpty());
    }

    private boolean linearizable(@Nullable ClientSession session, long position) {
        MongoCollection<BsonDocument> strong = commits.withReadConcern(ReadConcern.LINEARIZABLE);
        return find(strong, session, Filters.eq("_id", position))
                        .maxTime(LINEARIZABLE_MILLIS, TimeUnit.MILLISECONDS)
                        .first()
                == null;
    }

    @Override
    public AppendResult append(List<Commit> batch) {
        if (!writable) {
            throw new IllegalStateException("the store was opened for reading");
        }
        Batch.check(batch, known.get() + 1);
        List<BsonDocument> documents = batch.stream().map(CommitCodec::document).toList();
        try {
            causal.raw(session -> insert(session, documents));
            learn(batch.getLast());
            return new Acknowledged();
        } catch (MongoBulkWriteException e) {
            return refused(batch, e);
        } catch (MongoException e) {
            return new Unknown(e);
        }
    }

    private boolean insert(@Nullable ClientSession session, List<BsonDocument> documents) {
        InsertManyOptions ordered = new InsertManyOptions().ordered(true);
        return session == null
                ? commits.insertMany(documents, ordered).wasAcknowledged()
                : commits.insertMany(session, documents, ordered).wasAcknowledged();
    }

    private AppendResult refused(List<Commit> batch, MongoBulkWriteException e) {
        AppendResult outcome = outcome(e);
        if (outcome instanceof Occupied(int index) && index > 0) {
            learn(batch.get(index - 1));
        }
        return outcome;
    }

    /**
     * Only a duplicate, with the write concern met for what stands before it, says something; the
     * count of inserted documents is not looked at.
     */
    static AppendResult outcome(MongoBulkWriteException e) {
        List<BulkWriteError> errors = e.getWriteErrors();
        boolean duplicate = errors.size() == 1 && errors.getFirst().getCode() == DUPLICATE;
        return duplicate && e.getWriteConcernError() == null
                ? new Occupied(errors.getFirst().getIndex())
                : new Unknown(e);
    }

    @Override
    public List<Commit> read(long after, int limit) {
        return page(Filters.gt("_id", after), limit);
    }

    @Override
    public Optional<Commit> at(long position) {
        return one(Filters.lte("_id", position)).filter(commit -> position <= commit.last());
    }

    @Override
    public List<Commit> stream(StreamId stream, long fromSequence, long notBehind, int limit) {
        require(notBehind);
        Bson place =
                Filters.and(
                        Filters.eq("a", new BsonBinary(stream.bytes())),
                        Filters.gte("s", new BsonInt64(fromSequence)));
        List<Commit> found = new ArrayList<>();
        List<Commit> page;
        // A page may end by its bytes; a short answer must mean that the stream ends.
        do {
            long after = found.isEmpty() ? 0 : found.getLast().position();
            Bson more = Filters.and(Filters.gt("_id", after), Filters.elemMatch("keys", place));
            page = page(more, limit - found.size());
            found.addAll(page);
        } while (!page.isEmpty() && found.size() < limit);
        return found;
    }

    /** What this process was told before, every later read of it reflects. */
    private void require(long position) {
        if (position > known.get() && last().map(Commit::last).orElse(0L) < position) {
            throw new Unavailable("the store does not show the log up to " + position + " yet");
        }
    }

    private List<Commit> page(Bson filter, int limit) {
        return causal.after(session -> {
            List<Commit> page = new ArrayList<>();
            long bytes = 0;
            FindIterable<BsonDocument> found =
                    find(commits, session, filter).sort(Sorts.ascending("_id")).limit(limit);
            try (MongoCursor<BsonDocument> cursor = found.iterator()) {
                while (bytes <= PAGE_BYTES_MAX && cursor.hasNext()) {
                    Commit commit = CommitCodec.commit(cursor.next());
                    page.add(commit);
                    bytes += commit.body().length;
                }
            }
            page.forEach(this::learn);
            return page;
        });
    }

    private Optional<Commit> one(Bson filter) {
        return causal.after(session -> {
            BsonDocument found =
                    find(commits, session, filter).sort(Sorts.descending("_id")).limit(1).first();
            Optional<Commit> commit = Optional.ofNullable(found).map(CommitCodec::commit);
            commit.ifPresent(this::learn);
            return commit;
        });
    }

    private static FindIterable<BsonDocument> find(
            MongoCollection<BsonDocument> commits, @Nullable ClientSession session, Bson filter) {
        return session == null ? commits.find(filter) : commits.find(session, filter);
    }

    private void learn(Commit commit) {
        known.accumulateAndGet(commit.last(), Math::max);
    }

    /** The client is closed by the store. */
    @Override
    public void close() {}
}
