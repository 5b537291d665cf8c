package dev.bonafide.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells a file from an earlier one at the same path without reading it: which file a chain of
 * links ends at (Kubernetes swaps a link), its identity on the file system (a rename puts another
 * in its place), its time and its size.
 */
record Print(@Nullable Path real, @Nullable Object inode, @Nullable FileTime modified, long size) {
    private static final Print ABSENT = new Print(null, null, null, -1);

    /** Of the file as it is now; one that can't be looked at is as good as absent. */
    static Print of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Print(file.toRealPath(), now.fileKey(), now.lastModifiedTime(), now.size());
        } catch (IOException e) {
            return ABSENT;
        }
    }
}
