package dev.bonafide.log.verify;

import dev.bonafide.log.LogVerifier.Checkpoint;
import dev.bonafide.log.commit.Head;
import dev.bonafide.store.Commit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What others saw of the log, against what it holds. */
final class Witnesses {
    private final List<Checkpoint> seen;

    Witnesses(List<Checkpoint> seen) {
        this.seen = List.copyOf(seen);
    }

    Optional<String> fault(Commit commit) {
        return seen.stream()
                .filter(one -> one.position() >= commit.position())
                .filter(one -> one.position() <= commit.last())
                .filter(one -> !isOf(one, commit))
                .map(one -> "somebody saw another commit at " + one.position())
                .findFirst();
    }

    private static boolean isOf(Checkpoint one, Commit commit) {
        return one.position() == commit.last() && Arrays.equals(one.hash(), commit.hash());
    }

    Optional<String> missing(Head head) {
        return seen.stream()
                .filter(one -> one.position() > head.position())
                .map(one -> "the log ends here, but somebody saw position " + one.position())
                .findFirst();
    }
}
