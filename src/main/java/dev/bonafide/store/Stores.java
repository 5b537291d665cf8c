package dev.bonafide.store;

import dev.bonafide.kernel.Clock;
import dev.bonafide.store.memory.MemoryStore;
import dev.bonafide.store.mongodb.MongoStore;
import dev.bonafide.store.sqlite.SqliteLogStore;
import dev.bonafide.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Opens the store that a dsn names: {@code memory}, {@code sqlite://data/bonafide.db} (relative to
 * the working directory; {@code sqlite:///…} from the root), or {@code mongodb://host/database}.
 * Messages never repeat a dsn, since it may hold a password.
 */
public final class Stores {
    private static final String SQLITE = "sqlite://";

    private Stores() {}

    /**
     * Opens it for the one process that writes; the caller closes it.
     *
     * @param clock decides which documents have expired
     * @param fatal told, from a thread of the store, when nothing can be written any more: the
     *     process should end
     * @throws NotOpened if it can't be opened, and why
     */
    public static Store open(String dsn, Clock clock, Consumer<Throwable> fatal) {
        if (dsn.equals("memory")) {
            return new MemoryStore(clock);
        }
        return mongodb(dsn)
                ? MongoStore.open(dsn, clock)
                : SqliteStore.open(path(dsn), clock, fatal);
    }

    /**
     * Opens log and keys beside a process that may be writing, for verification and backup. Nothing
     * is changed; what would write is an {@link IllegalStateException}.
     *
     * @throws NotOpened if it can't be opened, and why
     */
    public static LogStore openForReading(String dsn) {
        if (dsn.equals("memory")) {
            throw new NotOpened("dsn memory: nothing is left of a process's memory to read");
        }
        return mongodb(dsn)
                ? MongoStore.openForReading(dsn)
                : SqliteLogStore.openForReading(path(dsn));
    }

    /**
     * Looks at the dsn alone.
     *
     * @throws NotOpened if it names no store that there is
     */
    static void check(String dsn) {
        if (!dsn.equals("memory") && !mongodb(dsn)) {
            path(dsn);
        }
    }

    private static boolean mongodb(String dsn) {
        return dsn.startsWith("mongodb://") || dsn.startsWith("mongodb+srv://");
    }

    private static Path path(String dsn) {
        if (!dsn.startsWith(SQLITE)) {
            throw unknown(dsn);
        }
        String path = dsn.substring(SQLITE.length());
        if (path.isEmpty() || path.endsWith("/") || path.contains(":")) {
            throw new NotOpened(
                    "dsn sqlite://… needs the path of a file, such as sqlite://data/bonafide.db");
        }
        if (path.contains("?")) {
            throw new NotOpened(
                    "dsn sqlite://… takes no parameters: leave out the question mark and what follows");
        }
        return Path.of(path);
    }

    private static NotOpened unknown(String dsn) {
        int end = dsn.indexOf("://");
        String scheme = end < 0 ? "" : dsn.substring(0, end);
        return switch (scheme) {
            case "postgres", "postgresql", "mysql", "cockroach" ->
                    new NotOpened(
                            """
                            dsn %s://… names a database that Bonafide has no store for. A kratos.yml may keep \
                            its dsn: set bonafide.dsn beside it, which goes before, to sqlite://data/bonafide.db\
                            """
                                    .formatted(scheme));
            default ->
                    new NotOpened(
                            "the dsn is none that Bonafide knows: sqlite://data/bonafide.db, mongodb://… or memory");
        };
    }
}
