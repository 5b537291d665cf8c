package dev.bonafide.guard;

import dev.bonafide.kernel.Clock;
import dev.bonafide.store.CollectionShape;
import dev.bonafide.store.Document;
import dev.bonafide.store.DocumentCollection;
import dev.bonafide.store.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Guesses about identifiers that are nobody's: counted and made to wait like those about somebody,
 * so that the answers do not tell which is which. No event each; one counter per HMAC, gone a day
 * after the last guess.
 */
public final class Nobody {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int TRIES = 20;

    private final DocumentCollection documents;
    private final Clock clock;
    private final AtomicLong unreported = new AtomicLong();

    public Nobody(Documents documents, Clock clock) {
        this.documents = documents.collection(new CollectionShape("nobody-1", Set.of()));
        this.clock = clock;
    }

    /** What stands against a guess about this identifier. */
    public GuardVerdict look(String hash, Instant now) {
        Instant until = documents.get(hash).map(Nobody::refusedUntil).orElse(Instant.MIN);
        return now.isBefore(until) ? new GuardVerdict.Waiting(until) : new GuardVerdict.Free();
    }

    /**
     * Counts a guess.
     *
     * @return when the next one is evaluated; null for at once
     */
    public @Nullable Instant failed(String hash, GuardPolicy policy, Instant now) {
        unreported.incrementAndGet();
        for (int i = 0; i < TRIES; i++) {
            Optional<Document> known = documents.get(hash);
            int failures = known.map(Nobody::failures).orElse(0) + 1;
            Duration wait = policy.waitAfter(failures);
            Instant until = now.plus(wait);
            String body = "\"" + failures + " " + until + "\"";
            Instant expires = clock.now().plus(KEPT);
            boolean written =
                    known.isEmpty()
                            ? documents.insert(Document.of(hash, body, expires))
                            : documents.replace(
                                    new Document(
                                            hash,
                                            known.get().version(),
                                            body,
                                            known.get().keys(),
                                            expires));
            if (written) {
                return wait.isZero() ? null : until;
            }
        }
        return now.plus(policy.waitMax());
    }

    /**
     * How many guesses were counted since the last call: for the summary that goes into the log
     * once a minute.
     */
    public long takeUnreported() {
        return unreported.getAndSet(0);
    }

    /** They could not be written down: the next summary has them. */
    public void giveBack(long guesses) {
        unreported.addAndGet(guesses);
    }

    private static int failures(Document document) {
        return Integer.parseInt(parts(document)[0]);
    }

    private static Instant refusedUntil(Document document) {
        return Instant.parse(parts(document)[1]);
    }

    /** The body is one JSON string, "failures refusedUntil". */
    private static String[] parts(Document document) {
        return document.body().replace("\"", "").split(" ", 2);
    }
}
