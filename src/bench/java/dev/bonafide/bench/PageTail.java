package dev.bonafide.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How much longer the slowest pages take than the usual one, while many people look at theirs. */
final class PageTail implements Measure {
    private static final int USERS = 32;
    private static final int LOOKS = 100;
    private static final int ROUNDS = 7;

    @Override
    public String title() {
        return "login page with " + USERS + " people at once, each with a flow: p99 : median";
    }

    @Override
    public String bar() {
        return "≤ 5";
    }

    @Override
    public Figure take() throws Exception {
        try (Folders folders = new Folders();
                ServerProcess server = new ServerProcess(folders);
                ExecutorService threads = Executors.newFixedThreadPool(USERS)) {
            double[][] latest = new double[1][];
            return Turns.take(
                            ROUNDS,
                            () -> {
                                latest[0] = round(server, threads);
                                return quantile(latest[0], 0.99);
                            },
                            () -> quantile(latest[0], 0.5))
                    .figure("ms");
        }
    }

    /** Milliseconds of each look, in order of length. */
    private static double[] round(ServerProcess server, ExecutorService threads) throws Exception {
        List<Future<double[]>> users =
                IntStream.range(0, USERS)
                        .mapToObj(user -> threads.submit(() -> looks(server)))
                        .toList();
        double[] all = new double[USERS * LOOKS];
        for (int user = 0; user < USERS; user++) {
            System.arraycopy(users.get(user).get(), 0, all, user * LOOKS, LOOKS);
        }
        Arrays.sort(all);
        return all;
    }

    private static double[] looks(ServerProcess server) throws IOException {
        double[] times = new double[LOOKS];
        try (Browser browser = new Browser(server)) {
            String path = browser.begin();
            for (int look = 0; look < LOOKS; look++) {
                long before = System.nanoTime();
                browser.page(path);
                times[look] = (System.nanoTime() - before) / 1e6;
            }
        }
        return times;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(sorted.length * share) - 1];
    }
}
