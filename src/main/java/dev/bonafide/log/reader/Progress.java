package dev.bonafide.log.reader;

import dev.bonafide.log.Projection;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.commit.OpenCommit;
import dev.bonafide.store.Commit;
import dev.bonafide.store.Document;
import java.util.List;
import java.util.Optional;

/** Brings one projection forward, page by page. Used by its reader's thread alone. */
final class Progress {
    private static final int PAGE_COMMITS = 100;
    private static final long UNSAVED_MAX = 1_000;

    private final Projection projection;
    private final Handlers handlers;
    private final Source source;
    private final Ownership ownership;
    private Optional<Document> stored = Optional.empty();
    private Token token = Token.START;
    private long saved;
    private String current = "";
    private boolean opened;

    Progress(Projection projection, Source source) {
        this.projection = projection;
        this.handlers = new Handlers(projection);
        this.source = source;
        this.ownership = source.owners().apply(projection.name());
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

    /** Whether this node drives the projection. If not, it begins anew once it does. */
    boolean owned() {
        boolean mine = ownership.mine();
        opened &= mine;
        return mine;
    }

    /** How far the projection is, whoever drives it. */
    long elsewhere() {
        return source.tokens().get(projection.name()).map(Token::position).orElse(0L);
    }

    /** Another node may go on from here. */
    void leave() {
        ownership.release();
    }

    /**
     * Takes up the stored token, or makes the first one; once. It is stored again: whoever drove
     * the projection before, and does not know yet that it does no more, can't move it from then.
     */
    void open() {
        if (opened) {
            return;
        }
        current = "at its start";
        stored = source.tokens().find(projection.name());
        Token found = stored.map(Document::body).map(Token::of).orElseGet(this::first);
        requireSameLog(found);
        token = found;
        saved = token.position();
        opened = true;
        if (ownership.shared()) {
            save(token);
        }
    }

    private Token first() {
        Head head = source.known().head();
        Token first =
                projection.startsAtHead() ? new Token(head.position(), head.hash()) : Token.START;
        save(first);
        return first;
    }

    /** A position of another log is none that anybody may be told. */
    private void requireSameLog(Token found) {
        boolean same =
                found.position() == 0
                        || source.log().at(found.position()).filter(found::isOf).isPresent();
        if (!same) {
            throw rebuildNeeded(found);
        }
    }

    private IllegalStateException rebuildNeeded(Token found) {
        return new IllegalStateException(
                "%s was built from another log up to %d: rebuild it"
                        .formatted(projection.name(), found.position()));
    }

    /** Begins again from nothing. */
    void clear() {
        current = "while it is emptied";
        ownership.seize();
        stored = source.tokens().find(projection.name());
        projection.clear();
        opened = true;
        token = Token.START;
        save(token);
    }

    /** Applies a page. False if there was none. */
    boolean step() throws Exception {
        List<Commit> page = source.log().read(token.position(), PAGE_COMMITS);
        boolean changed = false;
        for (Commit commit : page) {
            if (!owned()) {
                return false;
            }
            changed |= apply(commit);
        }
        if (changed || token.position() - saved >= UNSAVED_MAX || othersWait(page)) {
            save(token);
        }
        return !page.isEmpty();
    }

    /** On another node a list waits for the position that is stored. */
    private boolean othersWait(List<Commit> page) {
        return ownership.shared() && page.size() < PAGE_COMMITS && position() > saved;
    }

    private boolean apply(Commit commit) throws Exception {
        if (!token.isBefore(commit)) {
            throw rebuildNeeded(token);
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
        stored = source.tokens().save(stored, Tokens.fresh(projection.name(), reached));
        opened &= stored.isPresent();
        if (stored.isEmpty() && !ownership.shared()) {
            throw new IllegalStateException("two readers move the token of " + projection.name());
        }
        saved = reached.position();
    }
}
