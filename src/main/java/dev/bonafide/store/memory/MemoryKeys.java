package dev.bonafide.store.memory;

import dev.bonafide.store.Keys;
import dev.bonafide.store.Text;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Values by name; a destroyed one leaves its name. Values are copied in and out. */
final class MemoryKeys implements Keys {
    private static final Entry ABSENT = new Entry.Absent();
    private static final Entry DESTROYED = new Entry.Destroyed();

    private final NavigableMap<String, Entry> entries = new TreeMap<>(Utf8Order::compare);

    @Override
    public synchronized Entry putIfAbsent(String name, byte[] value) {
        entries.putIfAbsent(Text.wellFormed(name), new Entry.Held(value.clone()));
        return get(name);
    }

    @Override
    public synchronized Entry get(String name) {
        return switch (entries.getOrDefault(name, ABSENT)) {
            case Entry.Held(byte[] value) -> new Entry.Held(value.clone());
            case Entry.Destroyed destroyed -> destroyed;
            case Entry.Absent absent -> absent;
        };
    }

    @Override
    public synchronized boolean replace(String name, byte[] expected, byte[] value) {
        boolean equal =
                entries.get(name) instanceof Entry.Held(byte[] held)
                        && Arrays.equals(held, expected);
        if (equal) {
            put(name, new Entry.Held(value.clone()));
        }
        return equal;
    }

    @Override
    public synchronized void destroy(String name) {
        put(Text.wellFormed(name), DESTROYED);
    }

    @Override
    public synchronized List<String> names(String prefix, String after, int limit) {
        return entries.tailMap(prefix, true).keySet().stream()
                .takeWhile(name -> name.startsWith(prefix))
                .filter(name -> Utf8Order.compare(name, after) > 0)
                .limit(limit)
                .toList();
    }

    private void put(String name, Entry entry) {
        if (entries.put(name, entry) instanceof Entry.Held(byte[] former)) {
            Arrays.fill(former, (byte) 0);
        }
    }
}
