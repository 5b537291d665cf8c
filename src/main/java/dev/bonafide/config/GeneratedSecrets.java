package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import dev.bonafide.kernel.Entropy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of keys that the first start makes: a piece of configuration with {@code
 * secrets.default} and {@code bonafide.vault.keys}, readable by its owner alone. It appears whole
 * or not at all, and of two processes that start at once both read the one that came to be.
 *
 * @param made whether this start made it
 */
record GeneratedSecrets(Path file, Mapping content, boolean made) {
    private static final Set<PosixFilePermission> OWNER =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final int KEY_BYTES = 32;

    /**
     * Reads the file, making it where there is none.
     *
     * @throws BadConfiguration when it can't be made or read, or others may read it
     */
    static GeneratedSecrets at(Path file, Entropy entropy) {
        try {
            boolean made = !Files.exists(file) && make(file, entropy);
            ownerOnly(file);
            return new GeneratedSecrets(file, onlySecrets(Sources.file(file)), made);
        } catch (IOException e) {
            throw new BadConfiguration(
                    file.toString(),
                    "the file of keys can't be made: "
                            + e
                            + "; give secrets.default and bonafide.vault.keys yourself");
        }
    }

    /**
     * A link is made or refused in one step, where a rename would replace the keys of a process
     * that was faster.
     */
    private static boolean make(Path file, Entropy entropy) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, onlyFor(folder, FOLDER));
        }
        Path draft = Files.createTempFile(folder, ".keys", ".draft", onlyFor(file, OWNER));
        try {
            write(draft, text(entropy));
            Files.createLink(file, draft);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(draft);
        }
    }

    private static void write(Path draft, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static String text(Entropy entropy) {
        return """
        # Made at the first start. Nothing in the store can be read without this file, and everything
        # with it: back it up together with the store, and show it to nobody.
        secrets:
          default:
            - %s
        bonafide:
          vault:
            keys:
              - %s
        """
                .formatted(key(entropy), key(entropy));
    }

    private static String key(Entropy entropy) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(entropy.bytes(KEY_BYTES));
    }

    /** It lies below the operator's files, where another key would count unseen. */
    private static Mapping onlySecrets(Mapping content) {
        refuseOthers(content, "", Set.of("secrets", "bonafide"));
        refuseOthers(Dotted.find(content, "bonafide"), "bonafide", Set.of("vault"));
        return content;
    }

    private static void refuseOthers(@Nullable Node node, String path, Set<String> allowed) {
        if (node instanceof Mapping mapping) {
            mapping.entries()
                    .forEach((key, value) -> {
                        if (!allowed.contains(key)) {
                            throw BadConfiguration.at(
                                    value.place(),
                                    Dotted.child(path, key),
                                    "is no key of a file of keys");
                        }
                    });
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        if (isPosix(file)
                && !EnumSet.copyOf(OWNER).containsAll(Files.getPosixFilePermissions(file))) {
            throw new BadConfiguration(
                    file.toString(),
                    "others may read this file of keys; allowed: mode 0600 (chmod 600 "
                            + file
                            + ")");
        }
    }

    private static FileAttribute<?>[] onlyFor(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
