package dev.bonafide.store;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One document. Texts have no lone surrogates, else {@link IllegalArgumentException}.
 *
 * @param id not empty, unique within its collection; order of ids (by UTF-8 bytes) is the order of
 *     every find
 * @param version 1 when inserted, one more with each replacement
 * @param body JSON text
 * @param keys per index the keys under which it is found
 * @param expiresAt whole microseconds; from then on invisible to every read; null = stays
 */
public record Document(
        String id,
        long version,
        String body,
        Map<String, Set<String>> keys,
        @Nullable Instant expiresAt) {
    public Document {
        if (Text.wellFormed(id).isEmpty()) {
            throw new IllegalArgumentException("a document needs an id");
        }
        Text.wellFormed(body);
        keys =
                keys.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .collect(toUnmodifiableMap(Map.Entry::getKey, Document::copied));
        expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
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

    /** The same document with that version: what an adapter stores. */
    public Document atVersion(long stored) {
        return new Document(id, stored, body, keys, expiresAt);
    }

    /** Whether a read at this time may return it. */
    public boolean visibleAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    private static Set<String> copied(Map.Entry<String, Set<String>> keys) {
        return keys.getValue().stream().map(Text::wellFormed).collect(toUnmodifiableSet());
    }
}
