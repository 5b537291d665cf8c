package dev.bonafide;

import dev.bonafide.log.Observer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** What the log is doing, as meters. */
final class LogMeters implements Observer {
    /** More reasons than this release has; none comes from a request. */
    private static final int REASONS_MAX = 200;

    private static final double[] COMMITS = {1, 2, 5, 10, 20, 50, 100, 200, 500};
    private static final Duration[] TIMES =
            LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final DistributionSummary batches;
    private final Timer appends;
    private final Counter moved;
    private final Map<Answer, Timer> answers = new EnumMap<>(Answer.class);
    private final Map<String, Counter> refusals = new ConcurrentHashMap<>();

    LogMeters(MeterRegistry registry) {
        this.registry = registry;
        this.batches =
                DistributionSummary.builder("bonafide.append.batch.commits")
                        .description("commits that went to the store in one command")
                        .serviceLevelObjectives(COMMITS)
                        .register(registry);
        this.appends =
                Timer.builder("bonafide.append")
                        .description("from handing a commit over until it was stored")
                        .serviceLevelObjectives(TIMES)
                        .register(registry);
        this.moved =
                Counter.builder("bonafide.append.moved")
                        .description("decisions whose ground had moved: decided again")
                        .register(registry);
        for (Answer answer : Answer.values()) {
            answers.put(answer, store(answer));
        }
        refusal("unavailable");
    }

    private Timer store(Answer answer) {
        return Timer.builder("bonafide.append.store")
                .description("how long the store took for a batch, and what it said")
                .tag("answer", answer.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private Counter refusal(String reason) {
        String bounded = refusals.size() < REASONS_MAX ? reason : "other";
        return refusals.computeIfAbsent(
                refusals.containsKey(reason) ? reason : bounded,
                known ->
                        Counter.builder("bonafide.commands.refused")
                                .description("commands that were not done, by reason")
                                .tag("reason", known)
                                .register(registry));
    }

    @Override
    public void sent(int commits, long nanos, Answer answer) {
        batches.record(commits);
        Timer timer = answers.get(answer);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void appended(long nanos) {
        appends.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void moved() {
        moved.increment();
    }

    @Override
    public void refused(String reason) {
        refusal(reason).increment();
    }
}
