package dev.bonafide.log;

import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.LogVerifier.Checkpoint;
import dev.bonafide.log.LogVerifier.Report;
import dev.bonafide.log.commit.Chain;
import dev.bonafide.log.commit.Envelopes;
import dev.bonafide.log.commit.Head;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.Commit;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.Keys;
import dev.bonafide.store.LogStore;
import dev.bonafide.store.NotOpened;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Copies a log and then its keys (log.md section 8) into an empty store: the same bytes at the same
 * positions. Every commit is checked before it is written, and the copy as a whole afterwards.
 *
 * <p>The key of identifiers goes last, and no node starts on a log without it: an interrupted copy
 * cannot be served by mistake.
 */
public final class LogCopier {
    private static final int PAGE = 200;
    private static final String LAST = "log/";

    private final LogStore from;
    private final LogStore to;
    private Head head = Head.EMPTY;
    private long keys;

    public LogCopier(LogStore from, LogStore to) {
        this.from = from;
        this.to = to;
    }

    /**
     * What was copied.
     *
     * @param log what the verifier says of the copy
     * @param keys number of keys, traces of destroyed ones included
     */
    public record Copied(Report log, long keys) {}

    /**
     * Copies all. To be called once.
     *
     * @throws NotOpened if there is nothing to copy, or the target holds something
     * @throws Unavailable if a commit is not sound, if somebody wrote to either side meanwhile, or
     *     if a store fails; the target is then of no use
     */
    public Copied copy() {
        if (from.log().last().isEmpty()) {
            throw new NotOpened("there is no log to copy");
        }
        if (to.log().last().isPresent() || !to.keys().names("", "", 1).isEmpty()) {
            throw new NotOpened(
                    "the target holds a log or keys: copy into an empty store, and begin anew with"
                            + " another one after a copy that was interrupted");
        }
        copyCommits();
        copyKeys("", name -> !name.startsWith(LAST));
        requireStill();
        copyKeys(LAST, _ -> true);
        Checkpoint end = new Checkpoint(head.position(), head.hash());
        return new Copied(new LogVerifier(to.log()).verify(List.of(end)), keys);
    }

    private void copyCommits() {
        List<Commit> page = from.log().read(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::check);
            requireStored(to.log().append(page));
            page = from.log().read(page.getLast().position(), PAGE);
        }
    }

    private void check(Commit commit) {
        Optional<String> fault = Chain.fault(head, commit).or(() -> Envelopes.fault(commit));
        if (fault.isPresent()) {
            throw new Unavailable(
                    "not copied further: position %d: %s (see: bonafide log verify)"
                            .formatted(commit.position(), fault.get()));
        }
        head = Head.of(commit);
    }

    private static void requireStored(AppendResult result) {
        switch (result) {
            case AppendResult.Acknowledged() -> {}
            case AppendResult.Occupied(int _) ->
                    throw new Unavailable("somebody else writes to the target");
            case AppendResult.Unknown(Throwable cause) ->
                    throw new Unavailable("the target did not say what it stored", cause);
        }
    }

    private void copyKeys(String prefix, Predicate<String> wanted) {
        List<String> names = from.keys().names(prefix, "", PAGE);
        while (!names.isEmpty()) {
            names.stream().filter(wanted).forEach(this::copyKey);
            names = from.keys().names(prefix, names.getLast(), PAGE);
        }
    }

    private void copyKey(String name) {
        switch (from.keys().get(name)) {
            case Keys.Entry.Held(byte[] value) ->
                    requireHeld(to.keys().putIfAbsent(name, value), value);
            case Keys.Entry.Destroyed() -> to.keys().destroy(name);
            case Keys.Entry.Absent() ->
                    throw new Unavailable("a key was listed, and is not there any more");
        }
        keys++;
    }

    private static void requireHeld(Keys.Entry entry, byte[] value) {
        if (!(entry instanceof Keys.Entry.Held(byte[] held)) || !Arrays.equals(held, value)) {
            throw new Unavailable("somebody else writes to the target");
        }
    }

    /**
     * What was written after the last page would be missing from the copy, and nobody would see.
     */
    private void requireStill() {
        CommitLog log = from.log();
        if (!log.vacant(head.position() + 1)) {
            throw new Unavailable(
                    "the log was written to while it was copied: stop its nodes first");
        }
    }
}
