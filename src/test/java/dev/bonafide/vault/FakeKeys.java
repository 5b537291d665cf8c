package dev.bonafide.vault;

import dev.bonafide.store.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys in memory, with a door for what goes wrong with a real store. */
class FakeKeys implements Keys {
    final ConcurrentSkipListMap<String, Entry> entries = new ConcurrentSkipListMap<>();
    final AtomicInteger reads = new AtomicInteger();

    @Override
    public Entry putIfAbsent(String name, byte[] value) {
        entries.putIfAbsent(name, new Entry.Held(value.clone()));
        return entries.get(name);
    }

    @Override
    public Entry get(String name) {
        reads.incrementAndGet();
        return entries.getOrDefault(name, new Entry.Absent());
    }

    @Override
    public boolean replace(String name, byte[] expected, byte[] value) {
        return get(name) instanceof Entry.Held held
                && Arrays.equals(held.value(), expected)
                && entries.replace(name, held, new Entry.Held(value.clone()));
    }

    @Override
    public void destroy(String name) {
        entries.put(name, new Entry.Destroyed());
    }

    @Override
    public List<String> names(String prefix, String after, int limit) {
        return entries.navigableKeySet().tailSet(after, false).stream()
                .filter(name -> name.startsWith(prefix))
                .limit(limit)
                .toList();
    }

    byte[] held(String name) {
        return ((Entry.Held) get(name)).value();
    }

    void lose(String name) {
        entries.remove(name);
    }
}
