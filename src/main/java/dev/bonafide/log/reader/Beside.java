package dev.bonafide.log.reader;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.View;
import dev.bonafide.store.Commit;
import dev.bonafide.store.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Builds a view anew beside the one that is read, then has readers and whoever drives it go over by
 * one write of its token. It needs not drive the view itself: where that was moved meanwhile, it
 * goes on to there and tries again.
 */
final class Beside {
    private static final int PAGE_COMMITS = 100;
    private static final int SWITCHES_MAX = 1_000;

    private final View view;
    private final Source source;
    private final BooleanSupplier stopping;

    Beside(View view, Source source, BooleanSupplier stopping) {
        this.view = view;
        this.source = source;
        this.stopping = stopping;
    }

    /** Answers the position at which it was switched to. */
    long build() throws Exception {
        long build = source.builds().claim(view.shape(), shown());
        var documents = source.builds().collection(view.shape(), build);
        Course course = new Course(view.onto(documents), source, Token.ofBuild(build));
        boolean switched = false;
        try {
            switched = follow(course);
        } finally {
            if (!switched) {
                source.builds().discard(view.shape(), build);
            }
        }
        source.builds().discardBefore(view.shape(), build);
        return course.position();
    }

    private boolean follow(Course course) throws Exception {
        for (int i = 0; i < SWITCHES_MAX; i++) {
            readOn(course);
            if (switchTo(course.token())) {
                return true;
            }
        }
        throw new Unavailable(view.name() + " moves too fast to be switched over");
    }

    private long shown() {
        return source.tokens().get(view.name()).map(Token::shown).orElse(0L);
    }

    private void readOn(Course course) throws Exception {
        List<Commit> page;
        do {
            page = source.log().read(course.position(), PAGE_COMMITS);
            for (Commit commit : page) {
                requireRunning();
                course.apply(commit);
            }
        } while (!page.isEmpty());
    }

    private void requireRunning() {
        if (stopping.getAsBoolean()) {
            throw new Unavailable("the node stops");
        }
    }

    /**
     * Not to an earlier position than the one that was stored: who waited for that was told that it
     * is shown. A token of another log says nothing of the kind.
     */
    private boolean switchTo(Token built) {
        Optional<Document> stored = source.tokens().find(view.name());
        Token before = stored.map(Document::body).map(Token::of).orElse(Token.START);
        if (before.shown() >= built.shown()) {
            throw new Unavailable(view.name() + " was built anew elsewhere meanwhile");
        }
        return (before.position() <= built.position() || !source.has(before))
                && source.tokens().save(stored, Tokens.fresh(view.name(), built)).isPresent();
    }
}
