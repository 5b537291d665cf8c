package dev.bonafide.store.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.Keys;
import dev.bonafide.store.Keys.Entry;
import dev.bonafide.store.Store;
import dev.bonafide.store.Together;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destroyed key is in none of the files, though they are open and were written over and over. */
class ErasureTest {
    private static final int KEYS = 2000;

    @TempDir private Path directory;
    @TempDir private Path copies;

    @Test
    void leavesNoByteOfADestroyedKey() throws Exception {
        try (Store store = SqliteStore.open(directory.resolve("b.db"), new FakeClock(), _ -> {})) {
            each(0, KEYS, i -> store.keys().putIfAbsent(name(i), first(i)));
            each(0, KEYS, i -> i % 5 < 2 || store.keys().replace(name(i), first(i), second(i)));
            assertThat(found(0, KEYS)).hasSize(KEYS);

            each(0, KEYS / 2, i -> destroyed(store.keys(), i));

            assertThat(found(0, KEYS / 2)).isEmpty();
            assertThat(found(KEYS / 2, KEYS)).hasSize(KEYS / 2);
            assertThat(store.damage()).isEmpty();
        }
    }

    @Test
    void isNotDoneWhileAReaderHoldsWhatWasOverwritten() throws Exception {
        Path database = directory.resolve("b.db");
        try (Store store = SqliteStore.open(database, new FakeClock(), _ -> {})) {
            store.keys().putIfAbsent("a", first(1));
            try (Link reader = new DatabaseFile(database, Schema.LOG).openForReading()) {
                reader.each("SELECT name FROM keys", _ -> destroyedInVain(store.keys(), "a"));
            }
            store.keys().destroy("a");
            assertThat(found(1, 2)).isEmpty();
        }
    }

    private static boolean destroyedInVain(Keys keys, String name) {
        assertThatThrownBy(() -> keys.destroy(name))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("a reader still holds");
        assertThat(keys.get(name)).isInstanceOf(Entry.Destroyed.class);
        return false;
    }

    private static boolean destroyed(Keys keys, int number) {
        keys.destroy(name(number));
        return true;
    }

    private static <T> void each(int from, int to, IntFunction<T> action) throws Exception {
        Together.run(to - from, i -> () -> action.apply(from + i));
    }

    private static String name(int number) {
        return "data/" + number * 7919 % 1000 + "/" + number;
    }

    private static byte[] first(int number) {
        return value(number, 16 + number % 12);
    }

    /** Wrapped under another key, and longer, so that it does not fit where the first was. */
    private static byte[] second(int number) {
        return value(number, 28 + number * 7919 % 1472);
    }

    /** Sixteen bytes that occur nowhere else, then filling. */
    private static byte[] value(int number, int bytes) {
        return ByteBuffer.allocate(bytes).put(secret(number), 0, 16).array();
    }

    private static byte[] secret(int number) {
        return Hashes.sha256(("secret " + number).getBytes(ISO_8859_1));
    }

    /** Those whose secret is in any of the files. */
    private List<Integer> found(int from, int to) throws Exception {
        String content = content();
        return IntStream.range(from, to)
                .filter(i -> content.contains(new String(secret(i), 0, 16, ISO_8859_1)))
                .boxed()
                .toList();
    }

    /**
     * Of all files, copied by another process: closing one here would drop the locks that this
     * process has on it.
     */
    private String content() throws Exception {
        Path copy = Files.createTempDirectory(copies, "copy");
        int failed =
                new ProcessBuilder("cp", "-r", directory + "/.", copy.toString()).start().waitFor();
        assertThat(failed).isZero();
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(copy)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, ISO_8859_1));
            }
        }
        return all.toString();
    }
}
