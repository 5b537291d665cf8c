package dev.bonafide.log.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.Deadline;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.log.ChainedCommits;
import dev.bonafide.log.append.ForwardingLog;
import dev.bonafide.log.commit.Head;
import dev.bonafide.log.known.KnownLog;
import dev.bonafide.store.CommitLog;
import dev.bonafide.store.FakeClock;
import dev.bonafide.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReadIndexTest {
    private final ChainedCommits commits = new ChainedCommits();
    private final CommitLog store = new MemoryStore(new FakeClock()).log();
    private final Semaphore sent = new Semaphore(0);
    private final Semaphore answered = new Semaphore(0);
    private final AtomicInteger rounds = new AtomicInteger();
    private boolean broken;

    /** Answers what was so when the question was sent, but only when the test lets it. */
    private final CommitLog log =
            new ForwardingLog(store) {
                @Override
                public boolean vacant(long position) {
                    if (broken) {
                        throw new Unavailable("no primary");
                    }
                    boolean answer = super.vacant(position);
                    rounds.incrementAndGet();
                    sent.release();
                    answered.acquireUninterruptibly();
                    return answer;
                }
            };

    private final KnownLog known = new KnownLog(log, Head.EMPTY);
    private final ReadIndex index = new ReadIndex(log, known, true);

    @AfterEach
    void close() {
        answered.release(1_000);
        index.close();
    }

    private CompletableFuture<Long> ask() {
        CompletableFuture<Thread> asking = new CompletableFuture<>();
        CompletableFuture<Long> answer =
                CompletableFuture.supplyAsync(() -> {
                    asking.complete(Thread.currentThread());
                    return index.head(Deadline.after(Duration.ofMinutes(1)));
                });
        asking.join();
        return answer;
    }

    private void append() {
        store.append(List.of(commits.raise(1)));
    }

    @Test
    void findsThatItKnowsTheHead() {
        answered.release();
        assertThat(ask().join()).isZero();
    }

    @Test
    void readsOnToTheHeadThatAnotherNodeWrote() {
        append();
        append();
        answered.release();

        assertThat(ask().join()).isEqualTo(2);
        assertThat(known.head().position()).isEqualTo(2);
    }

    /** The round under way was answered before the write that the second reader knows of. */
    @Test
    void letsNobodyJoinARoundThatWasSent() {
        CompletableFuture<Long> early = ask();
        sent.acquireUninterruptibly();
        append();
        CompletableFuture<Long> late = ask();
        answered.release(2);

        assertThat(early.join()).isZero();
        assertThat(late.join()).isEqualTo(1);
        assertThat(rounds).hasValue(2);
    }

    /** A log that is this process's alone. */
    @Test
    void answersFromMemoryUnlessMoreWasStoredThanItKnows() {
        KnownLog ours = new KnownLog(store, Head.EMPTY);
        try (ReadIndex alone = new ReadIndex(store, ours, false)) {
            Deadline deadline = Deadline.after(Duration.ofMinutes(1));
            assertThat(alone.head(deadline)).isZero();
            append();
            append();
            assertThat(alone.head(deadline)).isEqualTo(2);
            assertThat(ours.head().position()).isEqualTo(2);
        }
    }

    @Test
    void passesOnThatTheStoreCannotBeAsked() {
        broken = true;
        assertThatThrownBy(() -> index.head(Deadline.after(Duration.ofMinutes(1))))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void neverAnswersLate() {
        assertThatThrownBy(() -> index.head(Deadline.after(Duration.ZERO)))
                .isInstanceOf(Unavailable.class);
    }
}
