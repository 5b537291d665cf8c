package dev.bonafide.log.reader;

import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.CommitLog;
import java.util.function.Function;

/**
 * What all readers read from, where they keep their tokens and builds, and who says, by name of the
 * projection, whether this node drives it.
 */
record Source(
        CommitLog log,
        CommitCodec codec,
        KnownLog known,
        Tokens tokens,
        Builds builds,
        Function<String, Ownership> owners) {
    /** Whether the token is a place in this log. */
    boolean has(Token token) {
        return token.position() == 0 || log.at(token.position()).filter(token::isOf).isPresent();
    }
}
