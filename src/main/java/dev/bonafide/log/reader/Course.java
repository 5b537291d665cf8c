package dev.bonafide.log.reader;

import dev.bonafide.log.Projection;
import dev.bonafide.log.commit.OpenCommit;
import dev.bonafide.store.Commit;

/** One way along the log: whose rules are applied, and how far they were. For one thread. */
final class Course {
    private final String name;
    private final Handlers handlers;
    private final Source source;
    private Token token;
    private String current = "at its start";

    Course(Projection projection, Source source, Token from) {
        this.name = projection.name();
        this.handlers = new Handlers(projection);
        this.source = source;
        this.token = from;
    }

    Token token() {
        return token;
    }

    long position() {
        return token.position();
    }

    /** The event that is being handled, for the report of a failure. */
    String current() {
        return current;
    }

    /**
     * Applies the next commit.
     *
     * @return whether any of its events concerned the projection
     */
    boolean apply(Commit commit) throws Exception {
        if (!token.isBefore(commit)) {
            throw rebuildNeeded(name, token);
        }
        OpenCommit open = source.codec().open(commit);
        boolean changed = false;
        for (int i = 0; i < commit.count(); i++) {
            current = "at position " + (commit.position() + i);
            changed |= handlers.handle(open, i);
        }
        token = token.after(commit);
        return changed;
    }

    static IllegalStateException rebuildNeeded(String name, Token found) {
        return new IllegalStateException(
                "%s was built from another log up to %d: rebuild it"
                        .formatted(name, found.position()));
    }
}
