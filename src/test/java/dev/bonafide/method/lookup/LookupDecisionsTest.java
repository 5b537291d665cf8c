package dev.bonafide.method.lookup;

import static dev.bonafide.method.lookup.Fixtures.ADA;
import static dev.bonafide.method.lookup.Fixtures.CODES;
import static dev.bonafide.method.lookup.Fixtures.NOON;
import static dev.bonafide.method.lookup.Fixtures.OTHER;
import static dev.bonafide.method.lookup.Fixtures.OTHER_SALT;
import static dev.bonafide.method.lookup.Fixtures.SALT;
import static dev.bonafide.method.lookup.Fixtures.SET;
import static dev.bonafide.method.lookup.Fixtures.held;
import static dev.bonafide.method.lookup.Fixtures.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.method.CredentialIntent.Changed;
import dev.bonafide.method.CredentialIntent.Outcome;
import dev.bonafide.method.Evidence.Accepted;
import dev.bonafide.method.Evidence.Given;
import dev.bonafide.method.Evidence.Moot;
import dev.bonafide.method.Evidence.Rejected;
import dev.bonafide.method.Evidence.Verdict;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookupDecisionsTest {
    private static final FieldProblem WRONG = problem(LookupTexts.wrong());

    @Test
    void eachCodeIsRightOnce() {
        CredentialState codes = held();
        for (int i = 0; i < 12; i++) {
            LookupEvent used = new LookupEvent.Used(ADA, SET, i, NOON);
            assertThat(judged(codes, CODES.get(i)))
                    .isEqualTo(new Accepted(List.of(used), given(SET)));
            codes = used.apply(codes);
            assertThat(judged(codes, CODES.get(i)))
                    .isEqualTo(new Rejected(problem(LookupTexts.used())));
        }
    }

    @Test
    void anyOtherIsWrongAndCounted() {
        assertThat(judged(held(), "aaaaaaac")).isEqualTo(new Rejected(WRONG));
        assertThat(judged(held(), "AAAAAAA0")).isEqualTo(new Rejected(WRONG));
        assertThat(judged(Fixtures.spent(), "aaaaaaac")).isEqualTo(new Rejected(WRONG));
    }

    @Test
    void doesNotCountWhatWasHashedForASetThatIsGone() {
        CredentialState regenerated = LookupState.fresh(SET, set(OTHER_SALT, false));
        assertThat(judged(regenerated, CODES.getFirst())).isEqualTo(new Moot(WRONG));
        assertThat(judged(null, CODES.getFirst()))
                .isEqualTo(new Moot(problem(LookupTexts.notSetUp())));
    }

    @Test
    void theFirstSetBeginsALineage() {
        assertChanged(
                regenerated(SALT).decide(null),
                given(OTHER),
                new LookupEvent.Enrolled(ADA, OTHER, set(SALT, false), NOON));
    }

    @Test
    void anotherSetGoesOnWithTheLineage() {
        assertChanged(
                regenerated(OTHER_SALT).decide(held()),
                given(SET),
                new LookupEvent.Regenerated(ADA, SET, set(OTHER_SALT, false), NOON));
    }

    /** Else a second click would bring back what was used since the first. */
    @Test
    void confirmingTheSameSetTwiceChangesNothing() {
        assertChanged(regenerated(SALT).decide(held().used(0, NOON)), null);
    }

    @Test
    void disablingIsIdempotent() {
        DisableLookupSecrets disable = new DisableLookupSecrets(ADA, NOON);
        assertChanged(disable.decide(held()), null, new LookupEvent.Removed(ADA, SET, NOON));
        assertChanged(disable.decide(null), null);
    }

    private static RegenerateLookupSecrets regenerated(String salt) {
        return new RegenerateLookupSecrets(ADA, OTHER, set(salt, false), NOON);
    }

    private static Verdict judged(@Nullable CredentialState held, String code) {
        return new LookupGuess(ADA, SALT, Fixtures.hash(code, SALT), NOON).judge(held);
    }

    private static Given given(Lineage lineage) {
        return Given.of(Aal.AAL2, new Channel("lookup:" + lineage), lineage);
    }

    private static FieldProblem problem(Message message) {
        return FieldProblem.global(message);
    }

    private static void assertChanged(
            Outcome outcome, @Nullable Given given, CredentialEvent... events) {
        Changed changed = (Changed) outcome;
        assertThat(changed.events()).containsExactly(events);
        assertThat(changed.given()).isEqualTo(given);
        assertThat(changed.replacesFirstFactor()).isFalse();
    }
}
