package dev.bonafide.method.oidc.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bonafide.config.Setting;
import dev.bonafide.method.oidc.outbound.OutboundRefused.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider that is slow keeps those who wait for it, and neither others nor the server. */
class OutboundLoadTest {
    private final RawServer slow = new RawServer();
    private final RawServer quick = new RawServer();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        slow.close();
        quick.close();
        people.shutdownNow();
    }

    private static Outbound outbound(Duration timeout, Names names) {
        return new Outbound(
                Setting.always(
                        new OutboundSettings(
                                Set.of(),
                                List.of(Network.of("127.0.0.0/8")),
                                Duration.ofSeconds(2),
                                timeout,
                                1024)),
                names);
    }

    private static Ask ask(RawServer server) {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/");
        return Ask.of(uri, Set.of(Ask.authority(uri)), Map.of());
    }

    private static Reason refusal(Outbound outbound, Ask ask) {
        return catchThrowableOfType(OutboundRefused.class, () -> outbound.call(ask)).reason();
    }

    @Test
    void whoSaysNothingIsNotWaitedForBeyondTheLimit() {
        slow.keepsSilent();
        try (Outbound outbound = outbound(Duration.ofMillis(200), Names.system())) {
            assertThat(refusal(outbound, ask(slow))).isEqualTo(Reason.FAILED);
        }
    }

    /** Neither is a name server, which no socket's timeout reaches. */
    @Test
    void aNameThatIsNeverFoundIsNotWaitedForEither() {
        CountDownLatch never = new CountDownLatch(1);
        Names stuck =
                host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new InetAddress[0];
                };
        try (Outbound outbound = outbound(Duration.ofMillis(200), stuck)) {
            assertThat(refusal(outbound, ask(slow))).isEqualTo(Reason.FAILED);
        }
    }

    @Test
    void oneSlowHostHasHalfOfTheThreadsAndOthersAreCalledAsBefore() throws Exception {
        slow.keepsSilent();
        quick.answers("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        try (Outbound outbound = outbound(Duration.ofSeconds(30), Names.system())) {
            List<Future<Told>> waiting =
                    IntStream.range(0, Outbound.OF_ONE_HOST)
                            .mapToObj(i -> people.submit(() -> outbound.call(ask(slow))))
                            .toList();
            while (slow.connections() < Outbound.OF_ONE_HOST) {
                Thread.onSpinWait();
            }
            assertThat(refusal(outbound, ask(slow))).isEqualTo(Reason.BUSY);
            assertThat(outbound.call(ask(quick)).body()).isEqualTo("ok");
            slow.close();
            for (Future<Told> each : waiting) {
                assertThat(catchThrowableOfType(ExecutionException.class, each::get))
                        .hasCauseInstanceOf(OutboundRefused.class);
            }
            assertThat(outbound.call(ask(quick)).body()).isEqualTo("ok");
        }
    }

    /** A thread is free again as soon as nobody waits for it, however lively the other side is. */
    @Test
    void whatWasGivenUpHoldsNoThread() {
        slow.drips();
        try (Outbound outbound = outbound(Duration.ofMillis(100), Names.system())) {
            for (int i = 0; i < 2 * Outbound.OF_ONE_HOST; i++) {
                Reason reason = refusal(outbound, ask(slow));
                assertThat(reason).as("call " + i).isEqualTo(Reason.FAILED);
            }
        }
    }
}
