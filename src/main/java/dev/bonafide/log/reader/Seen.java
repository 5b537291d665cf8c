package dev.bonafide.log.reader;

import dev.bonafide.log.LogVerifier.Checkpoint;
import dev.bonafide.store.Documents;
import java.util.List;

/** The readers' tokens as witnesses of how far the log went. */
public final class Seen {
    private Seen() {}

    public static List<Checkpoint> byReaders(Documents documents) {
        return new Tokens(documents)
                .all().stream()
                        .filter(token -> token.position() > 0)
                        .map(token -> new Checkpoint(token.position(), token.hash()))
                        .toList();
    }
}
