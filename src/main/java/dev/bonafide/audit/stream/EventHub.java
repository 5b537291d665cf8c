package dev.bonafide.audit.stream;

import dev.bonafide.http.LogPosition;
import dev.bonafide.kernel.Ticker;
import dev.bonafide.log.Onward;
import dev.bonafide.log.Onward.Watch;
import dev.bonafide.log.Recorded;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells all clients of this node, in one thread, in rounds: each gets the next stretch after its
 * own position, be that an hour old or a moment. There is no going over from the past to the
 * present, and so no seam at which an event could be missed or told twice.
 */
final class EventHub implements AutoCloseable {
    /** Streams of one node. */
    static final int STREAMS_MOST = 64;

    /** How late a heartbeat may be, or a slow client be noticed. */
    private static final Duration SLEEP = Duration.ofSeconds(1);

    private final Set<Subscriber> open = new HashSet<>();
    private final Page.Source pages;
    private final Ticker ticker;
    private final Watch watch;

    /**
     * Starts the thread.
     *
     * @param told makes what clients are told of a stored event, if they are
     */
    EventHub(Onward log, Function<Recorded, Optional<PublicEvent>> told, Ticker ticker) {
        this.pages = new Page.Source(log, told);
        this.ticker = ticker;
        this.watch = log.watch("events", SLEEP, this::round);
    }

    /** Somebody who hears what follows the position, once the connection is open. */
    Subscriber subscriber(LogPosition from, Set<String> types) {
        return new Subscriber(this, from, types);
    }

    /** Whether another client would be one too many. */
    synchronized boolean full() {
        return open.size() >= STREAMS_MOST;
    }

    /** False if there are too many. */
    synchronized boolean add(Subscriber subscriber) {
        boolean added = !full() && open.add(subscriber);
        watch.wake();
        return added;
    }

    synchronized void remove(Subscriber subscriber) {
        open.remove(subscriber);
    }

    void wake() {
        watch.wake();
    }

    /** Those at one place follow one another, so that a page is read once for all of them. */
    private synchronized List<Subscriber> present() {
        return open.stream().sorted(Comparator.comparingLong(Subscriber::position)).toList();
    }

    private void round() {
        boolean more = false;
        pages.forget();
        for (Subscriber subscriber : present()) {
            more |= subscriber.serve(pages, ticker.nanos());
        }
        if (more) {
            watch.wake();
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
