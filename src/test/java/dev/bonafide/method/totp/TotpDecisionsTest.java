package dev.bonafide.method.totp;

import static dev.bonafide.method.totp.Fixtures.ADA;
import static dev.bonafide.method.totp.Fixtures.APP;
import static dev.bonafide.method.totp.Fixtures.NOON;
import static dev.bonafide.method.totp.Fixtures.URL;
import static dev.bonafide.method.totp.Fixtures.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent.Changed;
import dev.bonafide.method.CredentialIntent.Impossible;
import dev.bonafide.method.CredentialIntent.Outcome;
import dev.bonafide.method.Evidence.Accepted;
import dev.bonafide.method.Evidence.Given;
import dev.bonafide.method.Evidence.Moot;
import dev.bonafide.method.Evidence.Rejected;
import dev.bonafide.method.Evidence.Verdict;
import dev.bonafide.method.FieldProblem;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TotpDecisionsTest {
    private static final Lineage OTHER = Lineage.of("6a1f2c1e-0000-4000-8000-00000000000b");
    private static final Given GIVEN = Given.of(Aal.AAL2, new Channel("totp:" + APP), APP);
    private static final FieldProblem WRONG = FieldProblem.global(TotpTexts.wrong());

    @Test
    void aLaterStepOfTheLinkedAppIsRight() {
        TotpEvent used = new TotpEvent.Used(ADA, APP, 101, NOON);
        assertThat(judged(app(100), APP, OptionalLong.of(101)))
                .isEqualTo(new Accepted(List.of(used), GIVEN));
        assertThat(used.apply(app(100))).isEqualTo(app(101));
    }

    @Test
    void rejectsACodeThatWasAlreadyUsedAndCountsIt() {
        assertThat(judged(app(100), APP, OptionalLong.of(100))).isEqualTo(new Rejected(WRONG));
        assertThat(judged(app(100), APP, OptionalLong.of(99))).isEqualTo(new Rejected(WRONG));
    }

    @Test
    void rejectsACodeOfNoStep() {
        assertThat(judged(app(100), APP, OptionalLong.empty())).isEqualTo(new Rejected(WRONG));
    }

    @Test
    void doesNotCountWhatWasVerifiedAgainstAnAppThatIsGone() {
        assertThat(judged(app(100), OTHER, OptionalLong.of(101))).isEqualTo(new Moot(WRONG));
        assertThat(judged(app(100), OTHER, OptionalLong.empty())).isEqualTo(new Moot(WRONG));
        assertThat(judged(null, APP, OptionalLong.of(101)))
                .isEqualTo(new Moot(FieldProblem.global(TotpTexts.notSetUp())));
    }

    /** Whatever comes in whatever order, the clock going backwards included. */
    @Test
    void acceptedStepsOnlyEverRise() {
        Random random = new Random(4226);
        CredentialState held = app(50);
        long last = 50;
        for (int i = 0; i < 10_000; i++) {
            long step = 40 + random.nextLong(200);
            boolean right = judged(held, APP, OptionalLong.of(step)) instanceof Accepted;
            assertThat(right).isEqualTo(step > last);
            if (right) {
                held = new TotpEvent.Used(ADA, APP, step, NOON).apply(held);
                last = step;
            }
        }
    }

    @Test
    void linksAnAppAndProvesIt() {
        Sealed.Fresh secret = new Sealed.Fresh(ADA, URL.text());
        assertThat(new EnrolTotp(ADA, APP, secret, 100, NOON).decide(null))
                .isEqualTo(
                        new Changed(
                                List.of(new TotpEvent.Enrolled(ADA, APP, secret, 100, NOON)),
                                GIVEN,
                                false));
    }

    /** Contract clause 3.3: success without any change, so without a proof. */
    @Test
    void keepsTheAppThatIsLinked() {
        Sealed.Fresh secret = new Sealed.Fresh(ADA, URL.text());
        assertProvesNothing(new EnrolTotp(ADA, OTHER, secret, 100, NOON).decide(app(7)));
        assertProvesNothing(new KeepTotp().decide(app(7)));
    }

    @Test
    void unlinksTheAppThatIsLinked() {
        assertProvesNothing(
                new UnlinkTotp(ADA, NOON).decide(app(7)), new TotpEvent.Removed(ADA, APP, NOON));
        assertThat(new UnlinkTotp(ADA, NOON).decide(null))
                .isEqualTo(new Impossible(TotpTexts.codeMissing()));
    }

    private static Verdict judged(
            @Nullable CredentialState held, Lineage verified, OptionalLong step) {
        return new TotpGuess(ADA, verified, step, NOON).judge(held);
    }

    private static void assertProvesNothing(Outcome outcome, CredentialEvent... events) {
        Changed changed = (Changed) outcome;
        assertThat(changed.events()).containsExactly(events);
        assertThat(changed.given()).isNull();
        assertThat(changed.replacesFirstFactor()).isFalse();
    }
}
