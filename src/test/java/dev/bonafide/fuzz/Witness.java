package dev.bonafide.fuzz;

import dev.bonafide.log.Projection;
import dev.bonafide.log.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.eventhandling.EventHandler;

/** Sees every event of the log, so that each can be explained by the answer to its request. */
final class Witness implements Projection {
    /** What is remembered of a refused request, by design: guesses that were counted. */
    private static final Set<String> REMEMBERED =
            Set.of("guard.attempt-failed", "guard.cap-reached", "guard.nobody-guessed");

    private final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    /** One event. */
    record Seen(long position, String name, String request) {}

    @Override
    public String name() {
        return "witness-1";
    }

    @Override
    public void clear() {
        seen.clear();
    }

    @EventHandler
    void on(Object event, Recorded recorded) {
        String request = recorded.meta().request();
        if (request != null) {
            seen.add(new Seen(recorded.position(), recorded.name(), request));
        }
    }

    /** How a request was answered that the server calls so. */
    void answered(String request, int status) {
        answers.merge(request, status, Math::min);
    }

    int count() {
        return seen.size();
    }

    /** Events that a refused request, or none at all, has left. */
    List<Seen> unexplained() {
        return seen.stream().filter(each -> !explained(each)).toList();
    }

    private boolean explained(Seen each) {
        int status = answers.getOrDefault(each.request(), 0);
        return (status >= 200 && status < 300)
                || (status == 400 && REMEMBERED.contains(each.name()));
    }
}
