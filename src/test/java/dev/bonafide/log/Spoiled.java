package dev.bonafide.log;

import dev.bonafide.log.example.Note;
import dev.bonafide.store.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Commits as somebody left them who changed what is stored. */
final class Spoiled {
    /** The other fields of a stored commit, each changed by as little as can be. */
    private static final Map<String, UnaryOperator<Commit>> CHANGES =
            Map.of(
                    "position",
                    c -> spoil(c, c.position() + 1, c.count(), c.at(), c.version()),
                    "count",
                    c -> spoil(c, c.position(), c.count() + 1, c.at(), c.version()),
                    "at",
                    c -> spoil(c, c.position(), c.count(), c.at() + 1, c.version()),
                    "version",
                    c -> spoil(c, c.position(), c.count(), c.at(), c.version() + 1),
                    "stream", // such that it is the first of its stream, and so only the body tells
                    c -> keys(c, new Commit.Key(Note.stream(9), 0)),
                    "sequence",
                    c -> keys(c, new Commit.Key(c.keys().getLast().stream(), 9)));

    private Spoiled() {}

    /** With that field changed by as little as can be. */
    static Commit changed(Commit good, String field) {
        return Objects.requireNonNull(CHANGES.get(field)).apply(good);
    }

    static Commit spoil(Commit c, long position, int count, long at, int version) {
        return new Commit(
                position,
                count,
                c.id(),
                c.node(),
                at,
                version,
                c.previous(),
                c.digest(),
                c.hash(),
                c.keys(),
                c.body());
    }

    private static Commit keys(Commit c, Commit.Key last) {
        List<Commit.Key> keys = new ArrayList<>(c.keys());
        keys.set(keys.size() - 1, last);
        return new Commit(
                c.position(),
                c.count(),
                c.id(),
                c.node(),
                c.at(),
                c.version(),
                c.previous(),
                c.digest(),
                c.hash(),
                keys,
                c.body());
    }

    static byte[] bytes(Commit c, String field) {
        return switch (field) {
            case "id" -> c.id();
            case "node" -> c.node();
            case "previous" -> c.previous();
            case "digest" -> c.digest();
            case "hash" -> c.hash();
            default -> c.body();
        };
    }

    static Commit flipped(Commit c, String field, int bit) {
        return replaced(c, field, flip(bytes(c, field), bit));
    }

    private static byte[] flip(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    static Commit replaced(Commit c, String field, byte[] bytes) {
        return new Commit(
                c.position(),
                c.count(),
                field.equals("id") ? bytes : c.id(),
                field.equals("node") ? bytes : c.node(),
                c.at(),
                c.version(),
                field.equals("previous") ? bytes : c.previous(),
                field.equals("digest") ? bytes : c.digest(),
                field.equals("hash") ? bytes : c.hash(),
                c.keys(),
                field.equals("body") ? bytes : c.body());
    }
}
