package dev.bonafide.store.sqlite;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.AppendResult;
import dev.bonafide.store.AppendResult.Acknowledged;
import dev.bonafide.store.Commit;
import dev.bonafide.store.Commits;
import dev.bonafide.store.Keys.Entry;
import dev.bonafide.store.NotOpened;
import dev.bonafide.store.Store;
import java.nio.file.Path;
import java.util.List;

/**
 * Appends for ever to the store at its first argument, and says how far the log is acknowledged
 * after each batch: "acknowledged 17", or whatever else came back. Ends after as many failures as
 * its second.
 */
final class AppendingProcess {
    private static final int BODY_BYTES = 700;

    private AppendingProcess() {}

    public static void main(String[] arguments) {
        try (Store store =
                SqliteStore.open(Path.of(arguments[0]), Clock.system(), _ -> say("fatal"))) {
            say("open");
            append(store, Integer.parseInt(arguments[1]));
        } catch (NotOpened e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private static void append(Store store, int failuresMax) {
        long next = store.log().last().map(commit -> commit.last() + 1).orElse(1L);
        int failures = 0;
        for (int round = 0; failures < failuresMax; round++) {
            List<Commit> batch = batch(next, 1 + round % 7);
            AppendResult result = store.log().append(batch);
            if (result instanceof Acknowledged) {
                next = batch.getLast().last() + 1;
                say("acknowledged " + (next - 1));
            } else {
                say(result.toString());
            }
            failures += result instanceof Acknowledged && putKey(store, "key " + round) ? 0 : 1;
        }
    }

    private static boolean putKey(Store store, String name) {
        try {
            return store.keys().putIfAbsent(name, new byte[] {1, 2, 3}) instanceof Entry.Held;
        } catch (Unavailable e) {
            say("Unknown key: " + e.getMessage());
            return false;
        }
    }

    private static List<Commit> batch(long first, int count) {
        return Commits.positions(Commits.run(first, count, 1))
                .map(at -> Commits.sized(at, "appended", BODY_BYTES, Commits.key(1, at - 1)))
                .toList();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
