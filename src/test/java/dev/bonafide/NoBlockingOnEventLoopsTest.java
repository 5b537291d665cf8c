package dev.bonafide;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class NoBlockingOnEventLoopsTest {

    @Test
    void aWaitOnAnEventLoopIsAnError() {
        Mono<Boolean> wait =
                Mono.fromCallable(() -> new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS))
                        .subscribeOn(Schedulers.parallel());
        assertThatThrownBy(wait::block).hasCauseInstanceOf(BlockingOperationError.class);
    }
}
