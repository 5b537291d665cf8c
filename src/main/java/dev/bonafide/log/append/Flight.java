package dev.bonafide.log.append;

import dev.bonafide.store.Commit;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/**
 * The batch in flight: commits that were sent and of which nobody knows yet whether they are
 * stored. Its bytes and its order never change; it only gets shorter from the front.
 */
final class Flight {
    private final ArrayDeque<Sent> open = new ArrayDeque<>();
    private final Rules rules;

    Flight(Rules rules) {
        this.rules = rules;
    }

    /** A wanted commit and the header it was sent with. */
    record Sent(Pending pending, Commit commit) {}

    void depart(List<Sent> batch) {
        open.addAll(batch);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    int size() {
        return open.size();
    }

    List<Commit> commits() {
        return open.stream().map(Sent::commit).toList();
    }

    Sent first() {
        return open.getFirst();
    }

    /** How many of the first are the very commits that stand there. */
    int among(List<Commit> there) {
        Iterator<Sent> ours = open.iterator();
        return (int)
                there.stream()
                        .takeWhile(commit ->
                                ours.hasNext() && rules.same(ours.next().commit(), commit))
                        .count();
    }

    /** The first ones are stored, for good. */
    void land(int count) {
        for (int i = 0; i < count; i++) {
            Sent sent = open.removeFirst();
            sent.pending().stored(sent.commit().last());
        }
    }

    /** The rest is certainly not stored; answers those which somebody still waits for. */
    List<Pending> lose() {
        List<Pending> lost = open.stream().map(Sent::pending).filter(Pending::lose).toList();
        open.clear();
        return lost;
    }

    /** The first one can never be stored. */
    void refuseFirst(RuntimeException reason) {
        open.removeFirst().pending().refuse(reason);
    }

    void stop() {
        open.forEach(sent -> sent.pending().stop());
    }
}
