package dev.bonafide.store.sqlite;

import java.util.List;

/**
 * What is in one of the two files, and how carefully it is written.
 *
 * @param applicationId tells our files from everybody else's
 * @param statements make the tables
 * @param pragmas said by every connection that writes
 */
record Schema(int applicationId, List<String> statements, List<String> pragmas) {
    /** Of both files; another one is refused, never guessed at. */
    static final int VERSION = 1;

    /**
     * Commits, their events' places, and keys. The places are a table of their own, so that SQLite
     * itself refuses commits that overlap and two events at one place of a stream; and they are the
     * only copy, so that its own check (index against table) covers them.
     *
     * <p>A destroyed key has no slot. Slots are numbered in order of arrival, never deleted, and
     * only overwritten with as many bytes: then SQLite never moves one to another page. When it
     * does (a key grows, its page is full), copies are left behind that even {@code secure_delete}
     * does not overwrite; a test shows them.
     */
    static final Schema LOG =
            new Schema(
                    0x42464C47, // "BFLG"
                    List.of(
                            """
                            CREATE TABLE commits(
                              position INTEGER PRIMARY KEY, count INTEGER NOT NULL,
                              id BLOB NOT NULL, node BLOB NOT NULL, at INTEGER NOT NULL,
                              version INTEGER NOT NULL, previous BLOB NOT NULL,
                              digest BLOB NOT NULL, hash BLOB NOT NULL, body BLOB NOT NULL) STRICT
                            """,
                            """
                            CREATE TABLE events(
                              position INTEGER PRIMARY KEY, stream BLOB NOT NULL,
                              sequence INTEGER NOT NULL, UNIQUE(stream, sequence)) STRICT
                            """,
                            "CREATE TABLE slots(number INTEGER PRIMARY KEY, value BLOB NOT NULL) STRICT",
                            """
                            CREATE TABLE keys(
                              name TEXT PRIMARY KEY, slot INTEGER) STRICT, WITHOUT ROWID
                            """),
                    List.of(
                            "PRAGMA synchronous = FULL",
                            "PRAGMA secure_delete = ON",
                            // On macOS fsync alone leaves data in the drive's cache.
                            "PRAGMA fullfsync = ON",
                            "PRAGMA checkpoint_fullfsync = ON"));

    /**
     * Documents. A collection is a number, so that clearing one is giving it another number; the
     * old number's rows are swept up later. AUTOINCREMENT: no number twice.
     */
    static final Schema VIEWS =
            new Schema(
                    0x42465657, // "BFVW"
                    List.of(
                            """
                            CREATE TABLE collections(
                              number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE,
                              indexes TEXT NOT NULL) STRICT
                            """,
                            "CREATE TABLE cleared(number INTEGER PRIMARY KEY) STRICT",
                            """
                            CREATE TABLE documents(
                              number INTEGER PRIMARY KEY, collection INTEGER NOT NULL,
                              id TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
                              expires_at INTEGER, UNIQUE(collection, id)) STRICT
                            """,
                            """
                            CREATE INDEX documents_by_expiry ON documents(expires_at)
                              WHERE expires_at IS NOT NULL
                            """,
                            """
                            CREATE TABLE document_keys(
                              collection INTEGER NOT NULL, idx TEXT NOT NULL, key TEXT NOT NULL,
                              id TEXT NOT NULL, PRIMARY KEY(collection, idx, key, id))
                              STRICT, WITHOUT ROWID
                            """,
                            "CREATE INDEX document_keys_by_id ON document_keys(collection, id)"),
                    List.of("PRAGMA synchronous = NORMAL"));
}
