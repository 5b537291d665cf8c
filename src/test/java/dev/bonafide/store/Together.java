package dev.bonafide.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs calls at the same time. */
public final class Together {
    private Together() {}

    /** The answers of that many calls; throws if one of them did. */
    public static <T> List<T> run(int count, IntFunction<Callable<T>> calls) throws Exception {
        List<T> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> answer :
                    threads.invokeAll(IntStream.range(0, count).mapToObj(calls).toList())) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
