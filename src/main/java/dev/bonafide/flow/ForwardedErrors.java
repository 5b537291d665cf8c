package dev.bonafide.flow;

import dev.bonafide.http.Json;
import dev.bonafide.http.Problem;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Errors that no form could show, kept for the page that a browser was led to instead (contract
 * clause 0.3). Who knows the id reads the error, so it holds nothing that its request's own answer
 * would not have.
 */
public final class ForwardedErrors {
    private static final Duration KEPT = Duration.ofHours(1);

    private final DocumentCollection documents;
    private final Clock clock;
    private final Entropy entropy;

    public ForwardedErrors(Documents documents, Clock clock, Entropy entropy) {
        this.documents = documents.collection(new CollectionShape("errors-1", Set.of()));
        this.clock = clock;
        this.entropy = entropy;
    }

    /**
     * One that was kept.
     *
     * @param error the object that stands as {@code error} in an answer
     */
    public record Kept(UUID id, Instant at, Map<String, Object> error) {}

    /** Keeps it for an hour, under an id that can't be guessed. */
    public UUID keep(Problem problem) {
        UUID id = entropy.uuid();
        Instant now = clock.now();
        Object error = problem.object("").getOrDefault("error", Map.of());
        String body = Json.mapper().writeValueAsString(Map.of("at", now, "error", error));
        documents.insert(Document.of(id.toString(), body, now.plus(KEPT)));
        return id;
    }

    /** The error of this id; empty also where it was too long ago. */
    public Optional<Kept> find(UUID id) {
        return documents
                .get(id.toString())
                .map(document -> Json.mapper().readValue(document.body(), Stored.class))
                .map(stored -> new Kept(id, stored.at(), stored.error()));
    }

    /** As it lies in the document. */
    record Stored(Instant at, Map<String, Object> error) {}
}
