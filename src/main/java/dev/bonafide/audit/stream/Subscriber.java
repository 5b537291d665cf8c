package dev.bonafide.audit.stream;

import dev.bonafide.audit.stream.Words.Reason;
import dev.bonafide.http.Feed;
import dev.bonafide.http.LogPosition;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One client: how far it has been told. {@link #serve} is called by the hub's thread alone, the
 * rest by whoever drives the connection; adding it to the hub hands it over.
 */
final class Subscriber implements Feed {
    /** Less than the minute after which usual proxies take a connection for dead. */
    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** How long one part may lie untaken; less than the listener's own patience with a client. */
    static final Duration SLOW = Duration.ofSeconds(10);

    private static final int PART_MOST = 64 * 1024;

    private final EventHub hub;
    private final String epoch;
    private final Set<String> types;
    private long position;
    private @Nullable Outlet outlet;
    private boolean greeted;
    private long sentAt;

    /**
     * A client that is to hear what follows a position.
     *
     * @param from position and epoch of the log
     * @param types public types that it wants, empty for all
     */
    Subscriber(EventHub hub, LogPosition from, Set<String> types) {
        this.hub = hub;
        this.epoch = from.epoch();
        this.position = from.position();
        this.types = Set.copyOf(types);
    }

    long position() {
        return position;
    }

    @Override
    public void open(Outlet to) {
        outlet = to;
        if (!hub.add(this)) {
            to.end(Words.end(Reason.FULL));
        }
    }

    @Override
    public void taken() {
        hub.wake();
    }

    @Override
    public void gone() {
        hub.remove(this);
    }

    @Override
    public byte[] farewell() {
        return Words.end(Reason.STOPPING);
    }

    /**
     * Tells the next stretch, if the last one was taken.
     *
     * @param now of the hub's monotonic clock
     * @return whether there may be more to tell at once
     */
    boolean serve(Page.Source pages, long now) {
        Outlet to = Objects.requireNonNull(outlet);
        if (!to.free()) {
            if (now - sentAt >= SLOW.toNanos()) {
                end(to, Reason.SLOW);
            }
            return false;
        }
        if (!greeted) {
            greeted = true;
            send(to, Words.hello(at(position)), now);
            return false;
        }
        return tell(to, pages.after(position), now);
    }

    private boolean tell(Outlet to, Page page, long now) {
        if (!page.readable()) {
            end(to, Reason.UNREADABLE);
            return false;
        }
        String part = part(page);
        if (!part.isEmpty()) {
            send(to, Words.bytes(part), now);
            return false;
        }
        if (now - sentAt >= HEARTBEAT.toNanos()) {
            send(to, Words.heartbeat(at(position)), now);
        }
        return page.last() > page.after();
    }

    /** As much of the page as fits; what is left is read again when this was taken. */
    private String part(Page page) {
        StringBuilder part = new StringBuilder();
        for (PublicEvent event : page.events()) {
            if (part.length() >= PART_MOST) {
                return part.toString();
            }
            position = event.position();
            if (types.isEmpty() || types.contains(event.type())) {
                part.append(Words.event(at(position), event.json()));
            }
        }
        position = page.last();
        return part.toString();
    }

    private void send(Outlet to, byte[] part, long now) {
        sentAt = now;
        to.send(part);
    }

    private void end(Outlet to, Reason reason) {
        hub.remove(this);
        to.end(Words.end(reason));
    }

    private LogPosition at(long place) {
        return new LogPosition(epoch, place);
    }
}
