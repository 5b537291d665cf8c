package dev.bonafide.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What a valid session is asked for, against a route that does nothing, while others write. */
final class Whoami implements Measure {
    private static final int PEOPLE = 200;
    private static final int CONNECTIONS = 16;
    private static final int REQUESTS = 12_000;
    private static final int ROUNDS = 7;
    private static final long PAUSE = 20_000_000;
    private static final String EMPTY = "/health/alive";

    private final Of of;

    Whoami(Of of) {
        this.of = of;
    }

    /** What is compared. */
    enum Of {
        RATE,
        CPU
    }

    @Override
    public String title() {
        return of == Of.RATE
                ? "requests a second: whoami with many tokens, writes going on : an empty route"
                : "CPU of a request: whoami with many tokens, writes going on : an empty route";
    }

    @Override
    public String bar() {
        return of == Of.RATE ? "≥ 0.85" : "≤ 1.2";
    }

    @Override
    public Figure take() throws Exception {
        try (Folders folders = new Folders();
                ServerProcess server = new ServerProcess(folders);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            People.create(server, PEOPLE, "");
            List<String> tokens = People.logins(server, PEOPLE);
            AtomicBoolean done = new AtomicBoolean();
            Future<?> writer = threads.submit(() -> write(server, done));
            Turns turns =
                    Turns.take(
                            ROUNDS,
                            () -> round(server, threads, "/sessions/whoami", tokens),
                            () -> round(server, threads, EMPTY, tokens));
            done.set(true);
            writer.get();
            return turns.figure(of == Of.RATE ? "a second" : "µs");
        }
    }

    private double round(
            ServerProcess server, ExecutorService threads, String path, List<String> tokens)
            throws Exception {
        long before = server.cpu().toNanos();
        double rate = Appends.rate(REQUESTS, () -> ask(server, threads, path, tokens));
        double cpu = (server.cpu().toNanos() - before) / 1e3 / REQUESTS;
        return of == Of.RATE ? rate : cpu;
    }

    private static void ask(
            ServerProcess server, ExecutorService threads, String path, List<String> tokens)
            throws Exception {
        List<? extends Future<?>> all =
                IntStream.range(0, CONNECTIONS)
                        .mapToObj(from -> threads.submit(() -> ask(server, path, tokens, from)))
                        .toList();
        for (Future<?> one : all) {
            one.get();
        }
    }

    private static int ask(ServerProcess server, String path, List<String> tokens, int from)
            throws IOException {
        try (Wire wire = server.open()) {
            for (int request = 0; request < REQUESTS / CONNECTIONS; request++) {
                String token = tokens.get((from + request * CONNECTIONS) % tokens.size());
                wire.get(path, People.header(token)).expect(200);
            }
        }
        return from;
    }

    /** Changes of a person, some 50 a second, until it is enough. */
    private static int write(ServerProcess server, AtomicBoolean done) throws IOException {
        int writes = 0;
        try (Wire admin = server.admin()) {
            String id =
                    admin.get("/admin/identities?page_size=1", "")
                            .json()
                            .path(0)
                            .path("id")
                            .asString();
            while (!done.get()) {
                String patch =
                        "[{\"op\":\"add\",\"path\":\"/metadata_public\",\"value\":{\"n\":%d}}]"
                                .formatted(writes++);
                admin.patch("/admin/identities/" + id, patch).expect(200);
                LockSupport.parkNanos(PAUSE);
            }
        }
        return writes;
    }
}
