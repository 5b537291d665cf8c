package dev.bonafide.log.reader;

import dev.bonafide.log.Projection;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.commit.OpenCommit;
import dev.bonafide.store.Commit;
import java.util.List;

/** Brings one projection forward, page by page. Used by its reader's thread alone. */
final class Progress {
    private static final int PAGE_COMMITS = 100;
    private static final long UNSAVED_MAX = 1_000;

    private final Projection projection;
    private final Handlers handlers;
    private final Source source;
    private Token token = Token.START;
    private long saved;
    private String current = "";
    private boolean opened;

    Progress(Projection projection, Source source) {
        this.projection = projection;
        this.handlers = new Handlers(projection);
        this.source = source;
    }

    long position() {
        return token.position();
    }

    /** The event that is being handled, for the report of a failure. */
    String current() {
        return current;
    }

    /**
     * Fixes where a new subscriber begins, before anything more can happen: whatever follows is its
     * to hear, also before its thread is first scheduled.
     */
    void begin() {
        if (projection.startsAtHead() && source.tokens().get(projection.name()).isEmpty()) {
            token = first();
        }
    }

    /** Takes up the stored token, or makes the first one; once. */
    void open() {
        if (opened) {
            return;
        }
        current = "at its start";
        token = source.tokens().get(projection.name()).orElseGet(this::first);
        saved = token.position();
        requireSameLog();
        opened = true;
    }

    private Token first() {
        Head head = source.known().head();
        Token first =
                projection.startsAtHead() ? new Token(head.position(), head.hash()) : Token.START;
        source.tokens().save(projection.name(), first);
        return first;
    }

    private void requireSameLog() {
        boolean same =
                token.position() == 0
                        || source.log().at(token.position()).filter(token::isOf).isPresent();
        if (!same) {
            throw rebuildNeeded();
        }
    }

    private IllegalStateException rebuildNeeded() {
        return new IllegalStateException(
                "%s was built from another log up to %d: rebuild it"
                        .formatted(projection.name(), token.position()));
    }

    /** Begins again from nothing. */
    void clear() {
        current = "while it is emptied";
        projection.clear();
        save(Token.START);
        token = Token.START;
        opened = true;
    }

    /** Applies a page. False if there was none. */
    boolean step() throws Exception {
        List<Commit> page = source.log().read(token.position(), PAGE_COMMITS);
        boolean changed = false;
        for (Commit commit : page) {
            changed |= apply(commit);
        }
        if (changed || token.position() - saved >= UNSAVED_MAX) {
            save(token);
        }
        return !page.isEmpty();
    }

    private boolean apply(Commit commit) throws Exception {
        if (!token.isBefore(commit)) {
            throw rebuildNeeded();
        }
        OpenCommit open = source.codec().open(commit);
        boolean changed = false;
        for (int i = 0; i < commit.count(); i++) {
            current = "at position " + (commit.position() + i);
            changed |= handlers.handle(open, i);
        }
        token = Token.of(commit);
        return changed;
    }

    private void save(Token reached) {
        source.tokens().save(projection.name(), reached);
        saved = reached.position();
    }
}
