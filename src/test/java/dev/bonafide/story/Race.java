package dev.bonafide.story;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that begin together. */
final class Race {
    private Race() {}

    /** What they answered, in the order of the calls. */
    static List<Answer> run(List<Callable<Answer>> calls)
            throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(calls.size());
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> call : calls) {
                running.add(
                        threads.submit(() -> {
                            ready.countDown();
                            ready.await();
                            return call.call();
                        }));
            }
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
        }
        return answers;
    }
}
