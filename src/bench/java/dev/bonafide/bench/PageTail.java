package dev.bonafide.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
            List<Looker> users = new ArrayList<>();
            for (int user = 0; user < USERS; user++) {
                users.add(new Looker(server));
            }
            double[][] latest = new double[1][];
            return Turns.take(
                            ROUNDS,
                            () -> {
                                latest[0] = round(users, threads);
                                return quantile(latest[0], 0.99);
                            },
                            () -> quantile(latest[0], 0.5))
                    .figure("ms");
        }
    }

    /** Milliseconds of each look, in order of length. */
    private static double[] round(List<Looker> lookers, ExecutorService threads) throws Exception {
        List<Future<double[]>> all = threads.invokeAll(lookers);
        double[] times = new double[USERS * LOOKS];
        for (int user = 0; user < USERS; user++) {
            System.arraycopy(all.get(user).get(), 0, times, user * LOOKS, LOOKS);
        }
        Arrays.sort(times);
        return times;
    }

    /** Somebody whose login has begun before anything is measured. */
    private static final class Looker implements Callable<double[]> {
        private final Browser browser;
        private final String path;

        Looker(ServerProcess server) throws IOException {
            browser = new Browser(server);
            path = browser.begin();
        }

        @Override
        public double[] call() throws IOException {
            double[] times = new double[LOOKS];
            for (int look = 0; look < LOOKS; look++) {
                long before = System.nanoTime();
                browser.page(path);
                times[look] = (System.nanoTime() - before) / 1e6;
            }
            return times;
        }
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(sorted.length * share) - 1];
    }
}
