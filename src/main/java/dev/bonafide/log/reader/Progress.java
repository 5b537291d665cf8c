package dev.bonafide.log.reader;

import dev.bonafide.log.Projection;
import dev.bonafide.log.View;
import dev.bonafide.store.Commit;
import dev.bonafide.store.Document;
import java.util.List;
import java.util.Optional;

/** Brings one projection forward, page by page. Used by its reader's thread alone. */
final class Progress {
    private static final int PAGE_COMMITS = 100;
    private static final long UNSAVED_MAX = 1_000;

    private final Projection projection;
    private final Source source;
    private final Ownership ownership;
    private Optional<Document> stored = Optional.empty();
    private Course course;
    private long saved;
    private String current = "";
    private boolean opened;

    Progress(Projection projection, Source source) {
        this.projection = projection;
        this.source = source;
        this.ownership = source.owners().apply(projection.name());
        this.course = new Course(projection, source, Token.START);
    }

    long position() {
        return course.position();
    }

    /** What is being done, for the report of a failure. */
    String current() {
        return current.isEmpty() ? course.current() : current;
    }

    /** Whether what was applied last is stored, as far as it changed anything. */
    boolean opened() {
        return opened;
    }

    /** Whatever is stored counts from now on: after a failure it may have been repaired. */
    void reopen() {
        opened = false;
    }

    /**
     * Fixes where a new subscriber begins, before anything more can happen: whatever follows is its
     * to hear, also before its thread is first scheduled.
     *
     * @return how far it was when it ran last, not checked yet
     */
    long begin() {
        Optional<Token> found = source.tokens().get(projection.name());
        if (projection.startsAtHead() && found.isEmpty()) {
            course = new Course(projection, source, first());
        }
        return found.map(Token::position).orElse(course.position());
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
        if (!source.has(found)) { // a position of another log is none that anybody may be told
            throw Course.rebuildNeeded(projection.name(), found);
        }
        course = new Course(shown(found), source, found);
        saved = found.position();
        opened = true;
        current = "";
        if (ownership.shared()) {
            save(found);
        }
    }

    /** The rules, writing into the build that is shown. */
    private Projection shown(Token found) {
        return projection instanceof View view
                ? view.onto(source.builds().collection(view.shape(), found.shown()))
                : projection;
    }

    private Token first() {
        Token first = projection.startsAtHead() ? Token.at(source.known().head()) : Token.START;
        save(first);
        return first;
    }

    /** Begins again from nothing, in place. */
    void clear() {
        current = "while it is emptied";
        ownership.seize();
        stored = source.tokens().find(projection.name());
        projection.clear();
        opened = true;
        course = new Course(projection, source, Token.START);
        current = "";
        save(Token.START);
    }

    /** Applies a page. False if there was none. */
    boolean step() throws Exception {
        List<Commit> page = source.log().read(position(), PAGE_COMMITS);
        boolean changed = false;
        try {
            for (Commit commit : page) {
                if (!owned()) {
                    return false;
                }
                changed |= course.apply(commit);
            }
        } finally { // also before a failure: what was done is not done again
            if (changed || position() - saved >= UNSAVED_MAX || othersWait(page)) {
                save(course.token());
            }
        }
        return !page.isEmpty();
    }

    /** On another node a list waits for the position that is stored. */
    private boolean othersWait(List<Commit> page) {
        return ownership.shared() && page.size() < PAGE_COMMITS && position() > saved;
    }

    /**
     * Stores it, unless somebody else moved the token: another node, or who built the view anew.
     * Then what is stored is taken up.
     */
    private void save(Token reached) {
        stored = source.tokens().save(stored, Tokens.fresh(projection.name(), reached));
        opened &= stored.isPresent();
        boolean explained = ownership.shared() || projection instanceof View;
        if (stored.isEmpty() && !explained) {
            throw new IllegalStateException("two readers move the token of " + projection.name());
        }
        saved = reached.position();
    }
}
