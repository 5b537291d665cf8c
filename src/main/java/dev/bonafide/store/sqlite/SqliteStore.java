package dev.bonafide.store.sqlite;

import dev.bonafide.kernel.Clock;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.Documents;
import dev.bonafide.store.Keys;
import dev.bonafide.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The store in {@code name.db} (log, keys), {@code name-views.db} (documents) and {@code
 * name.db.lock} of one directory on a local disk.
 */
public final class SqliteStore implements Store {
    private final SqliteLogStore logStore;
    private final SqliteDocuments documents;

    private SqliteStore(SqliteLogStore logStore, SqliteDocuments documents) {
        this.logStore = logStore;
        this.documents = documents;
    }

    /**
     * Opens the store, made if it is not there, and keeps other processes from writing until it is
     * closed.
     *
     * @param database path of the log's file
     * @param fatal told when nothing can be written any more: the process should end
     * @throws dev.bonafide.store.NotOpened if another process has it, or if a file isn't ours
     */
    public static Store open(Path database, Clock clock, Consumer<Throwable> fatal) {
        Closing closing = new Closing();
        boolean opened = false;
        try {
            Store store = open(database, clock, fatal, closing);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                closing.close();
            }
        }
    }

    private static Store open(
            Path database, Clock clock, Consumer<Throwable> fatal, Closing closing) {
        Path path = PrivateFiles.realPath(database);
        SideLock lock = SideLock.take(path);
        closing.keep(lock, lock::close);
        DatabaseFile log = new DatabaseFile(path, Schema.LOG);
        DatabaseFile views = new DatabaseFile(viewsPath(path), Schema.VIEWS);
        log.prepare();
        views.prepare();
        OpenedFile truth = OpenedFile.forWriting(log, fatal, closing);
        OpenedFile rest = OpenedFile.forWriting(views, fatal, closing);
        return new SqliteStore(
                new SqliteLogStore(truth, closing),
                new SqliteDocuments(rest.readers(), rest.writing(), clock));
    }

    /** {@code bonafide.db} has its views in {@code bonafide-views.db}. */
    static Path viewsPath(Path database) {
        String name = String.valueOf(database.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return database.resolveSibling(stem + "-views" + name.substring(stem.length()));
    }

    @Override
    public CommitLog log() {
        return logStore.log();
    }

    @Override
    public Keys keys() {
        return logStore.keys();
    }

    @Override
    public Documents documents() {
        return documents;
    }

    @Override
    public List<String> damage() {
        return logStore.damage();
    }

    @Override
    public long sweep() {
        return documents.sweep();
    }

    @Override
    public void close() {
        logStore.close();
    }
}
