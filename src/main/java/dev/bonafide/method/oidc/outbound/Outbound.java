package dev.bonafide.method.oidc.outbound;

import dev.bonafide.config.Setting;
import dev.bonafide.method.oidc.outbound.OutboundRefused.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Where calls to other servers are made: on few threads of their own, so that a server that is slow
 * keeps those who wait for it and nobody else. A host has at most half of the threads, and who
 * finds none free is told so at once instead of waiting in a line (CWE-400).
 */
public final class Outbound implements AutoCloseable {
    static final int THREADS = 32;
    static final int OF_ONE_HOST = THREADS / 2;

    private final Setting<OutboundSettings> settings;
    private final Wire wire;
    private final ThreadPoolExecutor executor;
    private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

    /** {@code settings} are asked for each call; {@code names} once for each connection. */
    public Outbound(Setting<OutboundSettings> settings, Names names) {
        this.settings = settings;
        this.wire = new Wire(names);
        executor =
                new ThreadPoolExecutor(
                        0,
                        THREADS,
                        30,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        Thread.ofPlatform().daemon().name("outbound-", 0).factory());
    }

    /**
     * Makes one call and waits for it. Called from virtual threads, which wait without holding a
     * thread.
     *
     * @throws OutboundRefused if it may not be made, or nothing usable comes of it
     */
    public Told call(Ask ask) throws OutboundRefused {
        Policy policy = new Policy(settings.get(), ask);
        policy.requireAllowed();
        Exchange exchange = new Exchange(wire, policy);
        start(exchange, turnOf(policy.authority()));
        return await(exchange, policy.settings().timeout());
    }

    /** Only for what is on a list, so there are not more of them than the lists are long. */
    private Semaphore turnOf(String authority) throws OutboundRefused {
        Semaphore turn = free.computeIfAbsent(authority, any -> new Semaphore(OF_ONE_HOST));
        if (!turn.tryAcquire()) {
            throw busy(authority);
        }
        return turn;
    }

    private void start(Exchange exchange, Semaphore turn) throws OutboundRefused {
        try {
            executor.execute(() -> {
                exchange.run();
                turn.release();
            });
        } catch (RejectedExecutionException e) {
            turn.release();
            throw busy(exchange.authority());
        }
    }

    private static Told await(Exchange exchange, Duration timeout) throws OutboundRefused {
        FutureTask<Told> answer = exchange.answer();
        try {
            return answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw exchange.givenUp("took longer than " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw exchange.givenUp("was not waited for");
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        }
    }

    private static OutboundRefused refused(@Nullable Throwable cause) {
        return switch (cause) {
            case OutboundRefused refused -> refused;
            case RuntimeException bug -> throw bug;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(cause);
        };
    }

    private static OutboundRefused busy(String authority) {
        return new OutboundRefused(Reason.BUSY, "too many calls are under way for " + authority);
    }

    @Override
    public void close() {
        executor.shutdownNow();
        wire.close();
    }
}
