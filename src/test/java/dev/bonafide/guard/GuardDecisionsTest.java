package dev.bonafide.guard;

import static dev.bonafide.guard.Lane.KNOWN;
import static dev.bonafide.guard.Lane.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.guard.GuardEvent.AttemptFailed;
import dev.bonafide.guard.GuardEvent.CapReached;
import dev.bonafide.guard.GuardEvent.Reason;
import dev.bonafide.guard.GuardEvent.Reset;
import dev.bonafide.guard.GuardVerdict.Disabled;
import dev.bonafide.guard.GuardVerdict.Free;
import dev.bonafide.guard.GuardVerdict.Waiting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Design section 7 and security.md 1.2, as tables. */
class GuardDecisionsTest {
    private static final GuardPolicy FIRST = GuardPolicy.FIRST_FACTOR;
    private static final GuardPolicy SECOND = GuardPolicy.SECOND_FACTOR;

    /** Seconds to wait after so many failures. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 0, 0",
        "5, 0, 0",
        "6, 1, 1",
        "7, 2, 2",
        "8, 4, 4",
        "9, 8, 8",
        "10, 16, 16",
        "11, 30, 32",
        "12, 30, 64",
        "14, 30, 256",
        "15, 30, 512",
        "16, 30, 900",
        "37, 30, 900",
        "38, 30, 900",
        "99, 30, 900",
        "100, 30, 900",
        "101, 900, 900",
        "2000000000, 900, 900"
    })
    void waitsLongerAndLonger(int failures, long first, long second) {
        assertThat(FIRST.waitAfter(failures)).isEqualTo(Duration.ofSeconds(first));
        assertThat(SECOND.waitAfter(failures)).isEqualTo(Duration.ofSeconds(second));
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "6", "11", "100", "101"})
    void refusesEveryGuessUntilTheWaitIsOverAndNoneAfter(int failures) {
        Attempts attempts = new Attempts(FIRST).wrong(failures);
        Duration wait = FIRST.waitAfter(failures);

        GuardVerdict atOnce = attempts.look(STRANGER);
        GuardVerdict last = attempts.pass(wait.minus(Duration.ofNanos(1000))).look(STRANGER);
        GuardVerdict after = attempts.pass(Duration.ofNanos(1000)).look(STRANGER);

        if (wait.isZero()) {
            assertThat(atOnce).isEqualTo(new Free());
        } else {
            assertThat(atOnce).isInstanceOf(Waiting.class).isEqualTo(last);
        }
        assertThat(after).isEqualTo(new Free());
    }

    @Test
    void writesEachFailureWithItsCountAndWait() {
        List<GuardEvent> events =
                GuardDecisions.failed(
                        new Attempts(FIRST).wrong(5).state(),
                        Attempts.attempt(STRANGER, Attempts.START),
                        FIRST);

        assertThat(events)
                .containsExactly(
                        new AttemptFailed(
                                Attempts.ADA,
                                Attempts.SOMETHING,
                                STRANGER,
                                6,
                                Attempts.START.plusSeconds(1),
                                false,
                                Attempts.START));
    }

    @Test
    void th01A99thFailureAndASuccessBringTheCountToNothing() {
        Attempts attempts = new Attempts(SECOND).wrong(99);
        assertThat(attempts.look(STRANGER)).isInstanceOf(Waiting.class);

        attempts.pass(Duration.ofMinutes(15));
        assertThat(attempts.look(STRANGER)).isEqualTo(new Free());
        attempts.right();

        assertThat(attempts.state()).isEqualTo(GuardState.CLEAR);
        assertThat(attempts.wrong(99).pass(Duration.ofHours(1)).look(STRANGER))
                .isEqualTo(new Free());
    }

    @Test
    void th01A100thFailureDisablesForEverUntilReset() {
        Attempts attempts = new Attempts(SECOND).wrong(100);
        assertThat(attempts.look(STRANGER)).isEqualTo(new Disabled());
        assertThat(attempts.look(KNOWN)).isEqualTo(new Disabled());

        attempts.pass(Duration.ofDays(3653));
        assertThat(attempts.look(STRANGER)).isEqualTo(new Disabled());

        attempts.reset(Reason.BOUND_ANEW);
        assertThat(attempts.look(STRANGER)).isEqualTo(new Free());
        assertThat(attempts.look(KNOWN)).isEqualTo(new Free());
    }

    @Test
    void th01CountsTheGuessesOfAllLanesTogether() {
        Attempts attempts = new Attempts(SECOND).wrong(KNOWN, 40).wrong(STRANGER, 59);
        assertThat(attempts.pass(Duration.ofDays(1)).look(KNOWN)).isEqualTo(new Free());

        attempts.wrong(KNOWN, 1);

        assertThat(attempts.look(STRANGER)).isEqualTo(new Disabled());
        assertThat(attempts.look(KNOWN)).isEqualTo(new Disabled());
    }

    @Test
    void neverDisablesAFirstFactorUnlessToldTo() {
        assertThat(new Attempts(FIRST).wrong(1_000).pass(Duration.ofMinutes(15)).look(STRANGER))
                .isEqualTo(new Free());
        assertThat(new Attempts(FIRST.withHardCap(true)).wrong(100).look(KNOWN))
                .isEqualTo(new Disabled());
    }

    @Test
    void tellsOnceForEachRunThatTheCapIsReached() {
        Attempts attempts = new Attempts(FIRST).wrong(KNOWN, 50).wrong(STRANGER, 300);
        CapReached reached =
                new CapReached(Attempts.ADA, Attempts.SOMETHING, STRANGER, 100, capTime(attempts));
        assertThat(attempts.events())
                .filteredOn(CapReached.class::isInstance)
                .containsExactly(reached);

        attempts.right().wrong(100);

        assertThat(attempts.events()).filteredOn(CapReached.class::isInstance).hasSize(2);
    }

    @Test
    void strangersCannotUseUpTheWaitsOfTheOwnersOwnPlace() {
        Attempts attempts = new Attempts(FIRST).wrong(STRANGER, 150);

        assertThat(attempts.look(STRANGER)).isInstanceOf(Waiting.class);
        assertThat(attempts.look(KNOWN)).isEqualTo(new Free());
        attempts.wrong(KNOWN, 6);
        assertThat(attempts.look(KNOWN)).isEqualTo(new Waiting(attempts.now().plusSeconds(1)));
    }

    @Test
    void ordinaryLoginsWriteNothing() {
        assertThat(new Attempts(FIRST).right().events()).isEmpty();
        assertThat(new Attempts(FIRST).wrong(3).right().right().events()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void saysWhyItWasReset(Reason reason) {
        Attempts attempts = new Attempts(FIRST).wrong(1).reset(reason);

        assertThat(attempts.events())
                .last()
                .isEqualTo(new Reset(Attempts.ADA, Attempts.SOMETHING, reason, Attempts.START));
    }

    @Test
    void th05NeitherTimeNorATouchOfTheOtherLaneTakesAFailureBack() {
        Attempts attempts = new Attempts(SECOND).wrong(STRANGER, 60);

        attempts.pass(Duration.ofDays(3653)).wrong(KNOWN, 1);

        assertThat(attempts.state().in(STRANGER).failures()).isEqualTo(60);
        assertThat(attempts.state().failures()).isEqualTo(61);
    }

    private static java.time.Instant capTime(Attempts attempts) {
        return attempts.events().stream()
                .filter(CapReached.class::isInstance)
                .map(event -> ((CapReached) event).at())
                .findFirst()
                .orElseThrow();
    }
}
