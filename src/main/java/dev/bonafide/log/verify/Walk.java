package dev.bonafide.log.verify;

import dev.bonafide.log.LogVerifier.Checkpoint;
import dev.bonafide.log.LogVerifier.Finding;
import dev.bonafide.log.LogVerifier.Report;
import dev.bonafide.log.commit.Chain;
import dev.bonafide.log.commit.Envelopes;
import dev.bonafide.log.commit.Head;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One walk over a log. Used once. */
public final class Walk {
    private static final int PAGE_COMMITS = 200;

    private final CommitLog log;
    private final Witnesses witnesses;
    private final StreamSequences sequences = new StreamSequences();
    private Head head = Head.EMPTY;
    private long newest;
    private long commits;

    public Walk(CommitLog log, List<Checkpoint> seen) {
        this.log = log;
        this.witnesses = new Witnesses(seen);
    }

    /** Walks until something is wrong, or to the end. */
    public Report walk() {
        Optional<Finding> finding = Optional.empty();
        List<Commit> page = page();
        while (!page.isEmpty() && finding.isEmpty()) {
            finding = first(page);
            page = finding.isEmpty() ? page() : List.of();
        }
        return new Report(commits, head.position(), finding.or(this::atTheEnd));
    }

    /** A page that the store cannot read is read commit by commit, up to the bad one. */
    private List<Commit> page() {
        return read(PAGE_COMMITS).or(() -> read(1)).orElse(List.of());
    }

    /**
     * Reads after the first position of the commit before, not after its last: a commit put within
     * another's positions must not be passed over. Empty if the store meets malformed rows.
     */
    private Optional<List<Commit>> read(int limit) {
        try {
            return Optional.of(log.read(newest, limit));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Finding> first(List<Commit> page) {
        return page.stream().map(this::visit).flatMap(Optional::stream).findFirst();
    }

    private Optional<Finding> visit(Commit commit) {
        Optional<String> fault =
                Stream.<Supplier<Optional<String>>>of(
                                () -> Chain.fault(head, commit),
                                () -> Envelopes.fault(commit),
                                () -> sequences.fault(commit),
                                () -> beginning(commit),
                                () -> witnesses.fault(commit))
                        .flatMap(check -> check.get().stream())
                        .findFirst();
        if (fault.isEmpty()) {
            head = Head.of(commit);
            newest = commit.position();
            commits++;
        }
        return fault.map(problem -> new Finding(commit.position(), problem));
    }

    private static Optional<String> beginning(Commit commit) {
        return commit.position() == 1 && !Envelopes.names(commit).equals(List.of("log.started"))
                ? Optional.of("the log does not begin with log.started")
                : Optional.empty();
    }

    /** Nothing could be read after the head: it ends there, or what follows is unreadable. */
    private Optional<Finding> atTheEnd() {
        return unreadable()
                .or(() -> witnesses.missing(head))
                .map(problem -> new Finding(head.position() + 1, problem));
    }

    private Optional<String> unreadable() {
        return read(1).isPresent() ? Optional.empty() : Optional.of("it cannot be read");
    }
}
