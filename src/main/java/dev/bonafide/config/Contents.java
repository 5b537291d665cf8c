package dev.bonafide.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * What an address in the configuration stands for: {@code file://} (relative to the working folder,
 * or absolute with a third slash) and {@code base64://}, as Kratos has them. {@code http(s)://} is
 * not read: a start must not depend on another server, nor trust it.
 */
final class Contents {
    private static final String FILE = "file://";
    private static final String BASE64 = "base64://";
    private static final String SHIPPED = "classpath:";

    private Contents() {}

    /**
     * The bytes, at most 1 MiB.
     *
     * @param key the key that holds the address, for the message
     * @throws BadConfiguration naming the key, when there is nothing to read or the address is of
     *     another kind
     */
    static byte[] of(Configuration configuration, String key, String address) {
        if (address.startsWith(FILE)) {
            return Sources.bytes(path(key, address), key);
        }
        if (address.startsWith(BASE64)) {
            return decoded(key, address.substring(BASE64.length()));
        }
        if (address.startsWith(SHIPPED) && !configuration.names(listOf(key))) {
            return shipped(key, address.substring(SHIPPED.length()));
        }
        throw new BadConfiguration(
                key, '"' + address + "\" is refused; allowed: file://PATH or base64://TEXT");
    }

    /** The file behind the address, where it is of that kind. */
    static Optional<Path> fileOf(String key, String address) {
        return address.startsWith(FILE) ? Optional.of(path(key, address)) : Optional.empty();
    }

    private static Path path(String key, String address) {
        try {
            return Path.of(address.substring(FILE.length()));
        } catch (InvalidPathException e) {
            throw new BadConfiguration(key, "the address is refused; allowed: file://PATH");
        }
    }

    private static byte[] decoded(String key, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BadConfiguration(key, "what follows " + BASE64 + " is not base64");
        }
    }

    /**
     * Only the configuration in the jar may point into the jar: what is there changes with the
     * version.
     */
    private static byte[] shipped(String key, String name) {
        try (InputStream content = Contents.class.getResourceAsStream('/' + name)) {
            if (content == null) {
                throw new BadConfiguration(key, "the jar holds no " + name);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@code identity.schemas} of {@code identity.schemas.0.url}: a list is the operator's as a
     * whole.
     */
    private static String listOf(String key) {
        return key.replaceFirst("\\.[0-9]+(\\..*)?$", "");
    }
}
