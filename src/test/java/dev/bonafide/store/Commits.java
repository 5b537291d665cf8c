package dev.bonafide.store;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Commits for tests of the store, which never looks into them. */
public final class Commits {
    private Commits() {}

    /** The stream of the identity with that number. */
    public static StreamId stream(long number) {
        return StreamId.of(StreamKind.IDENTITY, new UUID(0, number));
    }

    public static Commit.Key key(long stream, long sequence) {
        return new Commit.Key(stream(stream), sequence);
    }

    /** A commit over these events; all its bytes follow from position, name and keys. */
    public static Commit commit(long position, String name, Commit.Key... keys) {
        return sized(position, name, 40, keys);
    }

    /** A commit whose body has that many bytes. */
    public static Commit sized(long position, String name, int bytes, Commit.Key... keys) {
        byte[] id =
                Hashes.sha256(
                        "%s at %d".formatted(name, position).getBytes(StandardCharsets.UTF_8));
        byte[] body = ByteBuffer.allocate(bytes).put(id, 0, Math.min(bytes, id.length)).array();
        return new Commit(
                position,
                keys.length,
                ByteBuffer.allocate(16).put(id, 0, 16).array(),
                new byte[16],
                1_000_000 + position,
                1,
                new byte[32],
                Hashes.sha256(body),
                id,
                List.of(keys),
                body);
    }

    /** Commits of one event each, all of one stream, from the first position on. */
    public static List<Commit> run(long first, int count, long stream) {
        return IntStream.range(0, count)
                .mapToObj(i -> commit(first + i, "run", key(stream, first + i - 1)))
                .toList();
    }

    /** Everything in the log, page by page. */
    public static List<Commit> everything(CommitLog log) {
        List<Commit> all = new ArrayList<>();
        List<Commit> page = log.read(0, 1000);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = log.read(page.getLast().position(), 1000);
        }
        return all;
    }

    /** First positions, which tell commits of one log apart. */
    public static Stream<Long> positions(List<Commit> commits) {
        return commits.stream().map(Commit::position);
    }
}
