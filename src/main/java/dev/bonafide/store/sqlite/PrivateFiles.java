package dev.bonafide.store.sqlite;

import dev.bonafide.store.NotOpened;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Files and directories that only their owner may read, from the moment they exist. SQLite gives
 * its side files the mode of the database. What exists already keeps the mode its operator gave it.
 */
final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /**
     * The file's real path, its directory made if missing: one file has one path, and so one lock.
     */
    static Path realPath(Path file) {
        try {
            Path absolute = file.toAbsolutePath().normalize();
            createDirectory(directoryOf(absolute));
            return Files.exists(absolute)
                    ? absolute.toRealPath()
                    : directoryOf(absolute).toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            throw new NotOpened("%s: %s".formatted(file, e), e);
        }
    }

    static void createFile(Path file) {
        try {
            Files.createFile(file, mode("rw-------"));
            synchronise(directoryOf(file));
        } catch (FileAlreadyExistsException _) {
            // Opening it, even to look, would drop SQLite's own locks when it is closed again.
        } catch (IOException e) {
            throw new NotOpened("%s: %s".formatted(file, e), e);
        }
    }

    static FileAttribute<?>[] mode(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Of an absolute path; the root itself is no file and never missing. */
    private static Path directoryOf(Path absolute) {
        return Objects.requireNonNull(absolute.getParent());
    }

    private static void createDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        createDirectory(directoryOf(directory));
        Files.createDirectory(directory, mode("rwx------"));
        synchronise(directoryOf(directory));
    }

    /** A new name is durable only with the directory that holds it. */
    private static void synchronise(Path directory) throws IOException {
        if (!POSIX) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
