package dev.bonafide.log.tail;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.log.Fold;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The live folds of a node, at most so many; those that nobody reads go first. */
final class FoldTable {
    private static final int STEPS_MAX = 64;

    private final Map<FoldKey<?>, LiveFold<?>> live = new ConcurrentHashMap<>();
    private final ArrayDeque<FoldKey<?>> order = new ArrayDeque<>();
    private final Map<StreamKind, Set<Fold<?>>> folds =
            Arrays.stream(StreamKind.values())
                    .collect(
                            Collectors.toMap(
                                    Function.identity(), _ -> new CopyOnWriteArraySet<>()));
    private final int foldsMax;

    FoldTable(int foldsMax) {
        this.foldsMax = foldsMax;
    }

    /** Every fold through which a stream is kept. */
    List<LiveFold<?>> of(StreamId stream) {
        return folds.getOrDefault(stream.kind(), Set.of()).stream()
                .<LiveFold<?>>mapMulti((fold, out) -> {
                    LiveFold<?> found = live.get(new FoldKey<>(fold, stream));
                    if (found != null) {
                        out.accept(found);
                    }
                })
                .toList();
    }

    @SuppressWarnings("unchecked") // a key leads only to the fold that was made for its own type
    <S> Optional<LiveFold<S>> find(FoldKey<S> key) {
        @Nullable LiveFold<?> found = live.get(key);
        return Optional.ofNullable((LiveFold<S>) found).filter(fold -> !fold.dropped());
    }

    /** Enters a fold, unless there is one; answers with the one that is there now. */
    synchronized <S> LiveFold<S> enter(FoldKey<S> key, LiveFold<S> fresh) {
        return find(key).orElseGet(() -> add(key, fresh));
    }

    private <S> LiveFold<S> add(FoldKey<S> key, LiveFold<S> fresh) {
        folds.getOrDefault(key.stream().kind(), Set.of()).add(key.fold());
        live.put(key, fresh);
        order.add(key);
        evict();
        return fresh;
    }

    /** Goes round, oldest entry first; one that was read since the last round gets another. */
    private void evict() {
        for (int step = 0; full() && step < STEPS_MAX; step++) {
            FoldKey<?> oldest = order.remove();
            @Nullable LiveFold<?> fold = live.get(oldest);
            if (fold != null && (fold.usedLately() || !fold.live())) {
                order.add(oldest);
            } else if (fold != null) {
                live.remove(oldest, fold);
            }
        }
    }

    /** Entries whose fold is gone count too, only not as soon. */
    private boolean full() {
        return live.size() > foldsMax || order.size() > 2 * foldsMax;
    }

    void remove(FoldKey<?> key, LiveFold<?> fold) {
        live.remove(key, fold);
    }

    /** Drops whatever is kept of a stream. */
    void forget(StreamId stream) {
        of(stream).forEach(LiveFold::drop);
    }

    int size() {
        return live.size();
    }
}
