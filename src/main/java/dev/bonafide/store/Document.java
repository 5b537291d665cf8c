package dev.bonafide.store;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document.
 *
 * @param id unique within its collection; order of ids (by UTF-8 bytes) is the order of every find
 * @param version 1 when inserted, one more with each replacement
 * @param body JSON text
 * @param keys per index the keys under which it is found
 * @param expiresAt from then on invisible to every read; null = stays
 */
public record Document(
        String id,
        long version,
        String body,
        Map<String, Set<String>> keys,
        @Nullable Instant expiresAt) {
    public Document {
        keys = Map.copyOf(keys);
    }

    /** A document to insert, found by its id alone. */
    public static Document of(String id, String body, @Nullable Instant expiresAt) {
        return new Document(id, 1, body, Map.of(), expiresAt);
    }

    /**
     * The same document with another body; the version is the one that was read, as {@link
     * DocumentCollection#replace} wants it.
     */
    public Document withBody(String changed) {
        return new Document(id, version, changed, keys, expiresAt);
    }
}
