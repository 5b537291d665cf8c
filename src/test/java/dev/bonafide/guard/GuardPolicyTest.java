package dev.bonafide.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A guard that nobody can configure into none (NIST SP 800-63B 3.2.2: at most 100). */
class GuardPolicyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void neverAllowsMoreThan100() {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(5, SECOND, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(100, SECOND, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(-1, SECOND, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> policy(5, SECOND.negated(), 100));
        assertThat(policy(0, SECOND, 1).waitAfter(1)).isEqualTo(SECOND);
    }

    @Test
    void waitsNeverShrinkWithMoreFailures() {
        for (GuardPolicy policy :
                new GuardPolicy[] {GuardPolicy.FIRST_FACTOR, GuardPolicy.SECOND_FACTOR}) {
            for (int failures = 0; failures < 300; failures++) {
                assertThat(policy.waitAfter(failures + 1))
                        .isGreaterThanOrEqualTo(policy.waitAfter(failures));
            }
        }
    }

    private static GuardPolicy policy(int free, Duration wait, int cap) {
        return new GuardPolicy(free, wait, wait, cap, wait, true);
    }
}
