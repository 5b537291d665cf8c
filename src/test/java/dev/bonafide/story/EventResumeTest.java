package dev.bonafide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Over HTTP and over restarts of the server: clients that break off wherever they are and come back
 * with the last id hear the same as one that reads the whole at the end.
 */
@Timeout(180)
class EventResumeTest {
    private static final int LIVES = 3;
    private static final int CLIENTS = 3;
    private static final int WRITES = 40;

    @TempDir private Path folder;
    private final TestClock clock = new TestClock();
    private final List<Client> clients = new ArrayList<>();

    /** One that comes and goes; {@code heard} are ids and data. */
    private static final class Client {
        private final List<String> heard = new ArrayList<>();
        private final SplittableRandom random;
        private String lastId = "";

        Client(long seed) {
            random = new SplittableRandom(seed);
        }

        /** Comes back again and again, until nobody is there. */
        void run(TestServer server) {
            try {
                boolean there = true;
                while (there) {
                    there = visit(server, 1 + random.nextInt(25));
                }
            } catch (UncheckedIOException hungUp) {
                assertThat(hungUp).hasCauseInstanceOf(IOException.class);
            }
        }

        private boolean visit(TestServer server, int most) {
            try (EventClient client = EventClient.open(server, "?after=0", lastId)) {
                return hear(client, most);
            }
        }

        private boolean hear(EventClient client, int most) {
            for (int i = 0; i < most; i++) {
                Optional<EventClient.Said> said = client.next();
                if (said.filter(word -> !word.event().equals("end")).isEmpty()) {
                    return said.isPresent();
                }
                lastId = client.lastId();
                said.filter(word -> !word.data().isEmpty())
                        .ifPresent(word -> heard.add(word.id() + " " + word.data()));
            }
            return true;
        }

        void finish(TestServer server, int count) {
            while (heard.size() < count) {
                visit(server, 1 + count - heard.size());
            }
        }
    }

    @Test
    void everyClientHearsEachEventOnceAndInOrder() throws Exception {
        IntStream.range(0, CLIENTS).forEach(seed -> clients.add(new Client(seed)));
        for (int life = 0; life < LIVES; life++) {
            live(life);
        }
        try (TestServer server = start()) {
            Client whole = new Client(0);
            long told = told(server);
            whole.finish(server, (int) told);
            clients.forEach(client -> client.finish(server, (int) told));
            assertThat(told).isGreaterThan(LIVES * WRITES);
            assertThat(clients)
                    .allSatisfy(client -> assertThat(client.heard).isEqualTo(whole.heard));
        }
    }

    /** Counted in the trail, which is read in another way. */
    private static long told(TestServer server) {
        return server.http()
                .admin("GET", "/admin/audit/events?limit=1000", "")
                .json()
                .path("events")
                .valueStream()
                .map(event -> event.path("type").asString(""))
                .filter(type -> !type.startsWith("identifier.") && !type.startsWith("log."))
                .count();
    }

    private TestServer start() {
        return TestServer.start("sqlite://" + folder.resolve("store.db"), "", clock);
    }

    /** Writers end first, then the server, while clients listen. */
    private void live(int life) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> listening = new ArrayList<>();
            try (TestServer server = start()) {
                clients.forEach(client -> listening.add(threads.submit(() -> client.run(server))));
                Future<?> other = threads.submit(() -> write(server, life + "a"));
                write(server, life + "b");
                other.get();
            }
            for (Future<?> each : listening) {
                each.get();
            }
        }
    }

    /** Each of the requests is one commit with two events that are told, or three. */
    private static void write(TestServer server, String name) {
        for (int i = 0; i < WRITES; i++) {
            String body =
                    """
                    {"schema_id":"default","traits":{"email":"%s%d@example.org"},\
                    "metadata_public":{"a":1}}\
                    """
                            .formatted(name, i);
            assertThat(server.http().admin("POST", "/admin/identities", body).status())
                    .isEqualTo(201);
        }
    }
}
