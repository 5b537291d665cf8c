package dev.bonafide.store.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.bonafide.store.NotOpened;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process from writing, through a file beside the database: readers need no lock, so
 * backup and verification stay possible. The file holds the process id of whoever has it, and is
 * never deleted, since deleting would let two processes lock two files of one name.
 */
final class SideLock implements AutoCloseable {
    /** Behind the text, so that it can be read where locks are mandatory. */
    private static final long LOCKED_BYTE = 1 << 30;

    /** Closing any handle of a file ends all this process's locks on it: never open it twice. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private SideLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** {@link NotOpened}, naming the holder, if somebody has it. */
    static SideLock take(Path database) {
        Path path = database.resolveSibling(database.getFileName() + ".lock");
        if (!HELD_HERE.add(path)) {
            throw inUse(database, "this process itself");
        }
        @Nullable SideLock lock = null;
        try {
            lock = lock(database, path);
            return lock;
        } catch (IOException e) {
            throw new NotOpened("%s: %s".formatted(path, e), e);
        } finally {
            if (lock == null) {
                HELD_HERE.remove(path);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("can't give back " + path, e);
        } finally {
            HELD_HERE.remove(path);
        }
    }

    private static SideLock lock(Path database, Path path) throws IOException {
        PrivateFiles.createFile(path);
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
        if (lock == null) {
            channel.close();
            throw inUse(database, holder(path));
        }
        channel.truncate(0);
        channel.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
        return new SideLock(path, channel);
    }

    private static String holder(Path path) throws IOException {
        String pid = Files.readString(path, US_ASCII).strip();
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    private static NotOpened inUse(Path database, String holder) {
        return new NotOpened(
                "%s is in use by %s. Only one process may write to it: stop that one, or name another file in bonafide.dsn"
                        .formatted(database, holder));
    }
}
