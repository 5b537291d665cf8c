package dev.bonafide.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.StreamId;
import dev.bonafide.kernel.StreamKind;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.commit.Draft;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.commit.Read;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.Commit;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A node that decides on what it has applied, which lags, and appends what it decided. */
final class SimulatedNode {
    private static final int STREAMS = 6;

    /** Few, so that old reads occur. */
    private static final long POSITIONS_MAX = 4;

    private final SimulatedStore store;
    private final Random random;
    private final Fault fault;
    private final FaultyLog log;
    private final KnownLog known;
    private final WriteLine line;
    private final Map<StreamId, Long> view = new HashMap<>();
    private final ArrayDeque<Commit> behind = new ArrayDeque<>();
    private long applied;

    SimulatedNode(SimulatedStore store, Random random, int number, Fault fault) {
        this.fault = fault;
        this.store = store;
        this.random = random;
        Head head = store.last().map(Head::of).orElse(Head.EMPTY);
        store.durable().stream()
                .sorted(Comparator.comparingLong(Commit::position))
                .forEach(this::see);
        this.log = new FaultyLog(store, fault);
        this.known = new KnownLog(log, head, POSITIONS_MAX);
        byte[] id = ByteBuffer.allocate(16).putInt(number).array();
        this.line =
                new WriteLine(
                        log,
                        known,
                        new Numbering(known, () -> clock(random), id, new FaultyRules(fault, log)),
                        Turns.NONE);
    }

    private static Instant clock(Random random) {
        return Instant.ofEpochSecond(1_000 + random.nextInt(100));
    }

    KnownLog known() {
        return known;
    }

    boolean idle() {
        return line.open() == 0;
    }

    void step() {
        if (!idle()) {
            log.settling(true);
            line.step();
            log.settling(false);
        }
    }

    void follow() {
        try {
            known.readOn();
        } catch (Unavailable e) {
            // the next time
        }
    }

    /** Applies some of what it knows. */
    void apply() {
        if (known.head().position() > applied + pendingEvents()) {
            behind.addAll(known.nextToApply());
        }
        for (int i = random.nextInt(4); i > 0 && !behind.isEmpty(); i--) {
            see(next());
        }
    }

    private Commit next() {
        boolean wrong = random.nextInt(8) == 0 && behind.size() > 1;
        if (wrong && fault == Fault.COMMIT_PASSED_OVER) {
            behind.remove();
        }
        return wrong && fault == Fault.COMMITS_OUT_OF_ORDER ? behind.removeLast() : behind.remove();
    }

    private long pendingEvents() {
        return behind.isEmpty() ? 0 : behind.getLast().last() - applied;
    }

    /** Each position once, in order: what a reader of the log relies on. */
    private void see(Commit commit) {
        assertThat(commit.position()).as("the next that the reader sees").isEqualTo(applied + 1);
        applied = commit.last();
        commit.keys().forEach(key -> view.put(key.stream(), key.sequence()));
    }

    /** A commit of one to three events, on what one to three streams were read to be. */
    Wanted want() {
        List<Read> reads = new ArrayList<>();
        List<Commit.Key> keys = new ArrayList<>();
        for (StreamId stream : streams()) {
            Read read = new Read(stream, load(stream), applied);
            reads.add(read);
            if (keys.isEmpty() || random.nextBoolean()) {
                keys.add(new Commit.Key(stream, read.sequence() + 1));
            }
        }
        Draft draft = Draft.of(bytes(16), reads, keys, bytes(8));
        return new Wanted(draft, line.submit(spoiled(draft)), fault);
    }

    private Draft spoiled(Draft draft) {
        return switch (fault) {
            case READS_UNCHECKED -> draft(draft, List.of(), draft.keys());
            case OLD_READS_PASS ->
                    draft(
                            draft,
                            draft.reads().stream()
                                    .map(read ->
                                            new Read(
                                                    read.stream(), read.sequence(), Long.MAX_VALUE))
                                    .toList(),
                            draft.keys());
            case SEQUENCE_SKIPPED ->
                    draft(
                            draft,
                            draft.reads(),
                            draft.keys().stream()
                                    .map(key ->
                                            new Commit.Key(
                                                    key.stream(),
                                                    key.sequence() + random.nextInt(2)))
                                    .toList());
            default -> draft;
        };
    }

    private static Draft draft(Draft draft, List<Read> reads, List<Commit.Key> keys) {
        return new Draft(draft.id(), reads, keys, draft.body(), draft.digest());
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private Set<StreamId> streams() {
        Set<StreamId> streams = new HashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            streams.add(StreamId.of(StreamKind.IDENTITY, new UUID(0, random.nextInt(STREAMS))));
        }
        return streams;
    }

    /** From memory, or from the store, which is never behind what was applied. */
    private long load(StreamId stream) {
        if (fault == Fault.LOADS_BEHIND && random.nextBoolean()) {
            return view.getOrDefault(stream, -1L) - (view.containsKey(stream) ? 1 : 0);
        }
        if (random.nextBoolean()) {
            return view.getOrDefault(stream, -1L);
        }
        List<Commit> there =
                fault == Fault.LOADS_BELOW_MAJORITY
                        ? store.readAnything(0, Integer.MAX_VALUE)
                        : store.durable();
        return there.stream()
                .flatMap(commit -> commit.keys().stream())
                .filter(key -> key.stream().equals(stream))
                .mapToLong(Commit.Key::sequence)
                .max()
                .orElse(-1);
    }

    /** A commit that somebody asked for. */
    record Wanted(Draft draft, Pending pending, Fault fault) {}
}
