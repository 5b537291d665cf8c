package dev.bonafide.store.sqlite;

import dev.bonafide.store.CommitLog;
import dev.bonafide.store.Keys;
import dev.bonafide.store.LogStore;
import java.nio.file.Path;
import java.util.List;

/** Log and keys of one file. */
public final class SqliteLogStore implements LogStore {
    private static final int DAMAGE_LINES_MAX = 100;

    private final Closing closing;
    private final Readers readers;
    private final SqliteLog log;
    private final SqliteKeys keys;

    SqliteLogStore(OpenedFile file, Closing closing) {
        this.closing = closing;
        this.readers = file.readers();
        this.log = new SqliteLog(readers, file.writing());
        this.keys = new SqliteKeys(readers, file.writing());
    }

    /**
     * Opens the file beside whatever process writes to it, and changes nothing.
     *
     * @throws dev.bonafide.store.NotOpened if there is none, or if it isn't ours
     */
    public static LogStore openForReading(Path database) {
        DatabaseFile file = new DatabaseFile(database.toAbsolutePath().normalize(), Schema.LOG);
        Closing closing = new Closing();
        return new SqliteLogStore(OpenedFile.forReading(file, closing), closing);
    }

    @Override
    public CommitLog log() {
        return log;
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public List<String> damage() {
        List<String> lines =
                readers.read(link ->
                        link.all(
                                "PRAGMA integrity_check(" + DAMAGE_LINES_MAX + ")",
                                row -> row.getString(1)));
        return lines.equals(List.of("ok")) ? List.of() : lines;
    }

    @Override
    public void close() {
        closing.close();
    }
}
