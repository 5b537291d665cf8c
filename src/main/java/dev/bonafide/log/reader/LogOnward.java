package dev.bonafide.log.reader;

import dev.bonafide.log.Onward;
import dev.bonafide.log.Recorded;
import dev.bonafide.log.commit.CommitCodec;
import dev.bonafide.log.commit.OpenCommit;
import dev.bonafide.log.event.Undecodable;
import dev.bonafide.log.tail.Applied;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads on from the store, page by page, never past what the node has applied. */
public final class LogOnward implements Onward {
    private final CommitLog log;
    private final CommitCodec codec;
    private final Applied applied;

    public LogOnward(CommitLog log, CommitCodec codec, Applied applied) {
        this.log = log;
        this.codec = codec;
        this.applied = applied;
    }

    @Override
    public long position() {
        return applied.position();
    }

    @Override
    public List<Recorded> after(long after, int commits) {
        long head = applied.position();
        if (after >= head) {
            return List.of();
        }
        List<Recorded> events = new ArrayList<>();
        for (Commit commit : page(after, commits)) {
            if (commit.last() > head || !decode(commit, after, events)) {
                break;
            }
        }
        return events;
    }

    /**
     * Positions have no gaps: if the page does not begin with the next one, that lies in a commit
     * which has begun before it.
     */
    private List<Commit> page(long after, int commits) {
        List<Commit> page = log.read(after, commits);
        return !page.isEmpty() && page.getFirst().position() == after + 1
                ? page
                : log.at(after + 1).stream().toList();
    }

    /** What can't be read ends the page before it; at its beginning there is nothing to give. */
    private boolean decode(Commit commit, long after, List<Recorded> into) {
        try {
            OpenCommit open = codec.open(commit);
            into.addAll(
                    IntStream.range(0, commit.count())
                            .filter(i -> commit.position() + i > after)
                            .mapToObj(open::event)
                            .toList());
            return true;
        } catch (Undecodable e) {
            if (into.isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public Watch watch(String name, Duration sleepMost, Runnable round) {
        Watcher watcher = new Watcher(name, sleepMost, round);
        applied.listen(watcher::wake);
        watcher.start();
        return watcher;
    }
}
