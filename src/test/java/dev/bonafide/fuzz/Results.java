package dev.bonafide.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** What came of all requests. */
final class Results {
    private static final int KEPT = 20;

    private final Map<String, Map<Integer, Integer>> statuses = new ConcurrentSkipListMap<>();
    private final Map<Integer, Integer> counts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    void answered(String route, int status) {
        counts.merge(status, 1, Integer::sum);
        statuses.computeIfAbsent(route, key -> new ConcurrentSkipListMap<>())
                .merge(status, 1, Integer::sum);
    }

    void failed(String failure) {
        if (failures.size() < KEPT) {
            failures.add(failure);
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    Set<Integer> statuses(String route) {
        return statuses.getOrDefault(route, Map.of()).keySet();
    }

    /** How many requests were answered so; 0 for those without an answer. */
    int count(int status) {
        return counts.getOrDefault(status, 0);
    }

    /** Distinct pairs of route and status. */
    int pairs() {
        return statuses.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("answers " + counts);
        statuses.forEach(
                (route, seen) -> text.append("\n  ").append(route).append(' ').append(seen));
        return text.toString();
    }
}
