package dev.bonafide.audit.stream;

import dev.bonafide.http.Feed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A client without a network: takes what is sent at once, or when the test says so, and cuts the
 * connection after a number of bytes.
 */
final class Listener implements Feed.Outlet {
    private final Subscriber subscriber;
    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch over = new CountDownLatch(1);
    private final boolean greedy;
    private final int most;
    private boolean free = true;

    private Listener(Subscriber subscriber, boolean greedy, int most) {
        this.subscriber = subscriber;
        this.greedy = greedy;
        this.most = most;
    }

    private static Listener opened(Listener listener) {
        listener.subscriber.open(listener);
        return listener;
    }

    /** Takes all at once. */
    static Listener greedy(Subscriber subscriber) {
        return opened(new Listener(subscriber, true, Integer.MAX_VALUE));
    }

    /** Leaves when it has so many characters, be that in the middle of a word. */
    static Listener until(Subscriber subscriber, int most) {
        return opened(new Listener(subscriber, true, most));
    }

    /** Takes only when told to. */
    static Listener lazy(Subscriber subscriber) {
        return opened(new Listener(subscriber, false, Integer.MAX_VALUE));
    }

    void take() {
        synchronized (this) {
            free = true;
        }
        subscriber.taken();
    }

    @Override
    public synchronized boolean free() {
        return free;
    }

    @Override
    public void send(byte[] part) {
        if (add(part)) {
            subscriber.gone();
            over.countDown();
        } else if (greedy) {
            subscriber.taken();
        }
    }

    private synchronized boolean add(byte[] part) {
        free = greedy;
        text.append(new String(part, StandardCharsets.UTF_8));
        text.setLength(Math.min(text.length(), most));
        notifyAll();
        return text.length() == most;
    }

    @Override
    public void end(byte[] last) {
        send(last);
        subscriber.gone();
        over.countDown();
    }

    synchronized String text() {
        return text.toString();
    }

    /** Waits until it has heard the words. */
    synchronized boolean hears(String words) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        try {
            while (text.indexOf(words) < 0 && System.nanoTime() < end) {
                wait(1_000);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return text.indexOf(words) >= 0;
    }

    /** Waits until it has left, or was told to. */
    boolean awaitOver() {
        try {
            return over.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The data of all events that have come whole. */
    List<String> data() {
        return lines("data: ");
    }

    /** The last id that has come whole, with whatever it came; {@code otherwise} if none has. */
    String lastId(String otherwise) {
        List<String> ids = lines("id: ");
        return ids.isEmpty() ? otherwise : ids.getLast();
    }

    private List<String> lines(String start) {
        List<String> found = new ArrayList<>();
        String all = text();
        String whole = all.substring(0, all.lastIndexOf("\n\n") + 1);
        whole.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .forEach(found::add);
        return found;
    }
}
