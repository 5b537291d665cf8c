package dev.bonafide.log.append;

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
        store.durable().forEach(this::see);
        this.applied = head.position();
        FaultyLog log = new FaultyLog(store, fault);
        this.known = new KnownLog(log, head, POSITIONS_MAX);
        byte[] id = ByteBuffer.allocate(16).putInt(number).array();
        this.line = new WriteLine(log, known, () -> clock(random), id, Turns.NONE);
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
            line.step();
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
            see(behind.remove());
        }
    }

    private long pendingEvents() {
        return behind.isEmpty() ? 0 : behind.getLast().last() - applied;
    }

    private void see(Commit commit) {
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
        byte[] id = bytes(16);
        Draft draft = Draft.of(id, reads, keys, bytes(8));
        return new Wanted(draft, line.submit(judged(id, draft)));
    }

    private Draft judged(byte[] id, Draft draft) {
        return fault == Fault.READS_UNCHECKED
                ? new Draft(id, List.of(), draft.keys(), draft.body(), draft.digest())
                : draft;
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
        return random.nextBoolean()
                ? view.getOrDefault(stream, -1L)
                : store.durable().stream()
                        .flatMap(commit -> commit.keys().stream())
                        .filter(key -> key.stream().equals(stream))
                        .mapToLong(Commit.Key::sequence)
                        .max()
                        .orElse(-1);
    }

    /** A commit that somebody asked for. */
    record Wanted(Draft draft, Pending pending) {}
}
