package dev.bonafide.http.server;

import dev.bonafide.http.Feed;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A feed that sends what the test says, and remembers what it was told. */
final class TestFeed implements Feed {
    private final CompletableFuture<Outlet> outlet = new CompletableFuture<>();
    private final CompletableFuture<Boolean> gone = new CompletableFuture<>();
    private final Semaphore taken = new Semaphore(0);
    private boolean greets;

    Route route() {
        return Route.open("GET", "/feed", call -> Reply.feed("text/plain", this));
    }

    /** The same, which sends something as soon as it is open. */
    TestFeed greeting() {
        greets = true;
        return this;
    }

    Outlet outlet() {
        return get(outlet);
    }

    boolean opened() {
        return outlet.isDone();
    }

    void send(String part) {
        outlet().send(part.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until what was sent is taken. */
    boolean awaitTaken() {
        try {
            return taken.tryAcquire(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean awaitGone() {
        return get(gone);
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void open(Outlet to) {
        outlet.complete(to);
        if (greets) {
            send("hello");
        }
    }

    @Override
    public void taken() {
        taken.release();
    }

    @Override
    public void gone() {
        if (!gone.complete(true)) {
            throw new IllegalStateException("gone twice");
        }
    }

    @Override
    public byte[] farewell() {
        return "farewell".getBytes(StandardCharsets.UTF_8);
    }
}
