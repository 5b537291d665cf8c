package dev.bonafide.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Second factors proved, each by whoever has not proved one in this step, against bare appends. */
final class StepUps implements Measure {
    private static final int PEOPLE = 300;
    private static final int AT_A_TIME = 16;
    private static final int ROUNDS = 2;
    private static final int PERIOD = 30;
    private static final byte[] SECRET = "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final String TOTP =
            """
            ,"totp":{"config":{"totp_url":\
            "otpauth://totp/B:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"}}\
            """;

    @Override
    public String title() {
        return "step-ups a second by TOTP, flow included, 16 at a time : durable appends a second through the gateway, 16 at a time";
    }

    @Override
    public String bar() {
        return "≥ 0.3";
    }

    @Override
    public Figure take() throws Exception {
        try (Folders folders = new Folders();
                Folders bare = new Folders();
                ServerProcess server = new ServerProcess(folders);
                Tallies tallies = new Tallies(bare.file("log.db"));
                ExecutorService threads = Executors.newCachedThreadPool()) {
            People.create(server, PEOPLE, TOTP);
            List<String> tokens = People.logins(server, PEOPLE);
            return Turns.take(
                            ROUNDS,
                            () -> stepUps(server, threads, tokens),
                            () -> Appends.rate(4_000, () -> tallies.raise(4_000, AT_A_TIME)))
                    .figure("a second");
        }
    }

    /** All of them in one fresh time step. */
    private static double stepUps(
            ServerProcess server, ExecutorService threads, List<String> tokens) throws Exception {
        long now = System.currentTimeMillis();
        long wait = PERIOD * 1000 - now % (PERIOD * 1000) + 200;
        java.util.concurrent.locks.LockSupport.parkUntil(now + wait);
        AtomicInteger next = new AtomicInteger();
        return Appends.rate(
                tokens.size(),
                () -> {
                    List<? extends Future<?>> all =
                            IntStream.range(0, AT_A_TIME)
                                    .mapToObj(
                                            number ->
                                                    threads.submit(
                                                            () -> stepUp(server, tokens, next)))
                                    .toList();
                    for (Future<?> one : all) {
                        one.get();
                    }
                });
    }

    private static int stepUp(ServerProcess server, List<String> tokens, AtomicInteger next)
            throws Exception {
        try (Wire wire = server.open()) {
            int number = next.getAndIncrement();
            while (number < tokens.size()) {
                stepUp(wire, People.header(tokens.get(number)));
                number = next.getAndIncrement();
            }
            return number;
        }
    }

    private static void stepUp(Wire wire, String header)
            throws IOException, GeneralSecurityException {
        String flow =
                wire.get("/self-service/login/api?aal=aal2&refresh=true", header)
                        .expect(200)
                        .json()
                        .path("id")
                        .asString();
        wire.post(
                        "/self-service/login?flow=" + flow,
                        header,
                        "{\"method\":\"totp\",\"totp_code\":\"" + code(Instant.now()) + "\"}")
                .expect(200);
    }

    /** RFC 6238 with SHA-1 and 6 digits. */
    private static String code(Instant now) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(SECRET, "RAW"));
        byte[] hash =
                mac.doFinal(
                        ByteBuffer.allocate(8).putLong(now.getEpochSecond() / PERIOD).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, 4).getInt() & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }
}
