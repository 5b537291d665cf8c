package dev.bonafide.store;

import java.util.List;

/**
 * Small secrets that open the log: data keys (wrapped), the identifier key. Same store and
 * durability as the log; backed up with it; never among what can be rebuilt. All methods block
 * until durable and may throw {@link dev.bonafide.kernel.Unavailable}.
 */
public interface Keys {
    /**
     * Stores the value if the name is absent, and returns what is held now: ours, somebody else's,
     * or the trace of a destroyed one.
     */
    Entry putIfAbsent(String name, byte[] value);

    Entry get(String name);

    /**
     * Replaces the value if it still equals {@code expected}; for wrapping anew under another key.
     * False if it does not.
     */
    boolean replace(String name, byte[] expected, byte[] value);

    /**
     * Overwrites the value for good and leaves a trace, so that a destroyed key is never mistaken
     * for a lost one. Idempotent; also for absent names.
     */
    void destroy(String name);

    /**
     * Names that start with {@code prefix} and are greater than {@code after}, ascending; those of
     * destroyed keys included.
     */
    List<String> names(String prefix, String after, int limit);

    /** What a name holds. */
    sealed interface Entry {
        /** There is a value. */
        @SuppressWarnings("ArrayRecordComponent")
        record Held(byte[] value) implements Entry {}

        /** There was a value, destroyed on purpose. */
        record Destroyed() implements Entry {}

        /** Nothing was ever stored under the name. */
        record Absent() implements Entry {}
    }
}
