package dev.bonafide.bench;

import dev.bonafide.kernel.Clock;
import dev.bonafide.log.EventLog;
import dev.bonafide.log.Meta;
import dev.bonafide.log.Projection;
import dev.bonafide.log.example.Example;
import dev.bonafide.log.example.ExampleCommand.RaiseTally;
import dev.bonafide.log.example.ExampleHandler;
import dev.bonafide.store.Store;
import dev.bonafide.store.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A log of tallies: many small streams, some of them hot. */
final class Tallies implements AutoCloseable {
    /** Streams; which is raised follows Zipf's law. */
    private static final int STREAMS = 10_000;

    private static final Meta META = Meta.system();

    private final Store store;
    private final EventLog log;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Tallies(Path file, Projection... projections) {
        store = Stores.open("sqlite://" + file, Clock.system(), Throwable::printStackTrace);
        log = EventLog.open(store, Example.node(Clock.system()), Example.model(), settings());
        log.start(List.of(new ExampleHandler(log.aggregates())), List.of(projections));
    }

    private static EventLog.Settings settings() {
        return EventLog.Settings.defaults();
    }

    /** Commands through the gateway, so many at a time; one event each. */
    void raise(int commands, int atATime) throws Exception {
        AtomicInteger left = new AtomicInteger(commands);
        List<? extends Future<?>> workers =
                IntStream.range(0, atATime)
                        .mapToObj(seed -> threads.submit(() -> raise(left, seed)))
                        .toList();
        for (Future<?> worker : workers) {
            worker.get();
        }
    }

    private void raise(AtomicInteger left, int seed) {
        SplittableRandom random = new SplittableRandom(seed * 31L + left.get());
        while (left.getAndDecrement() > 0) {
            log.commands().send(new RaiseTally(zipf(random), 1), META);
        }
    }

    /** Inverse of the distribution's approximation with exponent 1: rank = n^u. */
    private static long zipf(SplittableRandom random) {
        return (long) Math.pow(STREAMS, random.nextDouble());
    }

    Store store() {
        return store;
    }

    EventLog log() {
        return log;
    }

    @Override
    public void close() {
        threads.close();
        log.close();
        store.close();
    }
}
