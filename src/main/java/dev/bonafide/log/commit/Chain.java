package dev.bonafide.log.commit;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.store.Commit;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The header of a commit, and how each holds the hash of the one before. */
public final class Chain {
    /** Format of header and body. */
    public static final int VERSION = 1;

    // v, position, count, id, node, at, previous, digest
    private static final int HEADER_BYTES = 4 + 8 + 4 + 16 + 16 + 8 + 32 + 32;

    private Chain() {}

    /** Gives a draft the place after the head. {@code at} never goes back along the log. */
    public static Commit link(Head head, Draft draft, byte[] node, long now) {
        Commit open =
                new Commit(
                        head.position() + 1,
                        draft.keys().size(),
                        draft.id(),
                        node,
                        Math.max(now, head.at()),
                        VERSION,
                        head.hash(),
                        draft.digest(),
                        new byte[0],
                        draft.keys(),
                        draft.body());
        return closed(open);
    }

    private static Commit closed(Commit open) {
        return new Commit(
                open.position(),
                open.count(),
                open.id(),
                open.node(),
                open.at(),
                open.version(),
                open.previous(),
                open.digest(),
                hash(open),
                open.keys(),
                open.body());
    }

    /**
     * SHA-256 over {@code v ‖ position ‖ count ‖ id ‖ node ‖ at ‖ previous ‖ digest}, big-endian,
     * each of fixed width, so that no two headers have the same bytes.
     */
    public static byte[] hash(Commit commit) {
        return Hashes.sha256(
                ByteBuffer.allocate(HEADER_BYTES)
                        .putInt(commit.version())
                        .putLong(commit.position())
                        .putInt(commit.count())
                        .put(commit.id())
                        .put(commit.node())
                        .putLong(commit.at())
                        .put(commit.previous())
                        .put(commit.digest())
                        .array());
    }

    /** What is wrong with a commit that was read after the head; empty = nothing. */
    public static Optional<String> fault(Head head, Commit commit) {
        return Stream.of(
                        unless(commit.version() == VERSION, "its format is unknown"),
                        unless(commit.position() == head.position() + 1, "it leaves a gap"),
                        unless(commit.count() == commit.keys().size(), "it lacks keys or events"),
                        unless(commit.count() > 0, "it is empty"),
                        unless(follows(head, commit), "it does not follow the commit before"),
                        unless(commit.at() >= head.at(), "its time is before the commit before"),
                        unless(digested(commit), "its digest is not that of its body"),
                        unless(hashed(commit), "its hash is not that of its header"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unless(boolean sound, String fault) {
        return sound ? Optional.empty() : Optional.of(fault);
    }

    private static boolean follows(Head head, Commit commit) {
        return Arrays.equals(commit.previous(), head.hash());
    }

    private static boolean digested(Commit commit) {
        return Arrays.equals(commit.digest(), Hashes.sha256(commit.body()));
    }

    private static boolean hashed(Commit commit) {
        return wellSized(commit) && Arrays.equals(commit.hash(), hash(commit));
    }

    private static boolean wellSized(Commit commit) {
        return commit.id().length == 16
                && commit.node().length == 16
                && commit.previous().length == 32
                && commit.digest().length == 32;
    }
}
