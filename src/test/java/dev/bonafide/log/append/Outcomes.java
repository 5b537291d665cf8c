package dev.bonafide.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.append.SimulatedNode.Wanted;
import dev.bonafide.log.commit.Chain;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.commit.Read;
import dev.bonafide.store.Commit;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What was told to those who wanted commits, and whether the log agrees. */
final class Outcomes {
    private final Map<String, Draft> drafts = new HashMap<>();
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private long unknown;

    int acknowledgedCount() {
        return acknowledged.size();
    }

    int refusedCount() {
        return refused.size();
    }

    /** Asks now; whoever has no answer yet gives up. */
    void ask(Wanted wanted) {
        String id = id(wanted.draft().id());
        drafts.put(id, wanted.draft());
        try {
            acknowledged.put(id, wanted.pending().await(Deadline.after(Duration.ZERO)));
        } catch (CommitRefused e) {
            refused.add(id);
        } catch (Unavailable e) {
            giveUp(id, String.valueOf(e.getMessage()), wanted.fault());
        }
    }

    private void giveUp(String id, String text, Fault fault) {
        if (text.startsWith("not done") || fault == Fault.SENT_MEANS_NOT_DONE) {
            refused.add(id);
        } else {
            unknown++;
        }
    }

    /** Dense, chained, nothing lost, doubled or behind a read that had moved. */
    void check(List<Commit> log) {
        Map<StreamId, Long> last = new HashMap<>();
        Set<String> ids = new HashSet<>();
        Head head = Head.EMPTY;
        for (Commit commit :
                log.stream().sorted(Comparator.comparingLong(Commit::position)).toList()) {
            assertThat(Chain.fault(head, commit)).as("chain at %s", commit.position()).isEmpty();
            assertThat(ids.add(id(commit.id()))).as("stored once").isTrue();
            checkReads(commit, last);
            checkSequences(commit, last);
            commit.keys().forEach(key -> last.put(key.stream(), key.sequence()));
            head = Head.of(commit);
        }
        checkAnswers(log, ids);
    }

    private void checkReads(Commit commit, Map<StreamId, Long> last) {
        Draft draft = Objects.requireNonNull(drafts.get(id(commit.id())));
        for (Read read : draft.reads()) {
            assertThat(last.getOrDefault(read.stream(), -1L))
                    .as("stream %s as read by the commit at %s", read.stream(), commit.position())
                    .isEqualTo(read.sequence());
        }
    }

    /** Streams have no gaps, and what stands there is what was wanted, to the byte. */
    private void checkSequences(Commit commit, Map<StreamId, Long> last) {
        Draft draft = Objects.requireNonNull(drafts.get(id(commit.id())));
        assertThat(commit.body()).as("body at %s", commit.position()).isEqualTo(draft.body());
        for (Commit.Key key : commit.keys()) {
            assertThat(key.sequence())
                    .as("sequence of %s at %s", key.stream(), commit.position())
                    .isEqualTo(last.getOrDefault(key.stream(), -1L) + 1);
        }
    }

    private void checkAnswers(List<Commit> log, Set<String> ids) {
        Map<String, Long> positions = new HashMap<>();
        log.forEach(commit -> positions.put(id(commit.id()), commit.last()));
        assertThat(positions).as("acknowledged commits").containsAllEntriesOf(acknowledged);
        assertThat(ids).as("refused commits").doesNotContainAnyElementsOf(refused);
        assertThat(acknowledged.size() + refused.size() + unknown).isEqualTo(drafts.size());
    }

    private static String id(byte[] id) {
        return HexFormat.of().formatHex(id);
    }
}
