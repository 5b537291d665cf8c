package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.Evidence.Accepted;
import dev.bonafide.method.Evidence.Given;
import dev.bonafide.method.Evidence.Moot;
import dev.bonafide.method.Evidence.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a guess comes to when it meets the password that is there by then. */
class PasswordEvidenceTest {
    private static final PasswordState HELD = new PasswordState(Ada.LINEAGE, Ada.fresh("held"), 3);

    @Test
    void acceptsTheRightPassword() {
        assertThat(evidence(true, null).judge(HELD))
                .isEqualTo(
                        new Accepted(
                                List.of(),
                                Given.of(Aal.AAL1, new Channel("password"), Ada.LINEAGE)));
    }

    @Test
    void countsAWrongOne() {
        assertThat(evidence(false, null).judge(HELD))
                .isEqualTo(new Rejected(PasswordEvidence.WRONG));
    }

    @Test
    void doesNotStandOnAPasswordThatWasChangedMeanwhile() {
        PasswordState changed = new PasswordState(Ada.LINEAGE, Ada.fresh("held"), 4);
        PasswordState another = new PasswordState(Ada.lineage(9), Ada.fresh("held"), 3);

        assertThat(evidence(true, null).judge(changed)).isEqualTo(new Moot(PasswordEvidence.WRONG));
        assertThat(evidence(true, null).judge(another)).isEqualTo(new Moot(PasswordEvidence.WRONG));
        assertThat(evidence(true, null).judge(null)).isEqualTo(new Moot(PasswordEvidence.WRONG));
        assertThat(evidence(false, null).judge(changed))
                .isEqualTo(new Moot(PasswordEvidence.WRONG));
    }

    @Test
    void pw08RenewsTheHashInTheSameCommit() {
        Accepted accepted = (Accepted) evidence(true, "renewed").judge(HELD);

        assertThat(accepted.events())
                .containsExactly(
                        new PasswordEvent.PasswordRehashed(
                                Ada.ID, Ada.LINEAGE, Ada.fresh("renewed"), Ada.NOW));
    }

    @Test
    void acceptsButRenewsNothingWhereAnotherLoginHasRenewedItAlready() {
        PasswordState renewed = new PasswordState(Ada.LINEAGE, Ada.fresh("by another"), 3);

        Accepted accepted = (Accepted) evidence(true, "renewed").judge(renewed);

        assertThat(accepted.events()).isEmpty();
    }

    @Test
    void saysTheSameAboutNobody() {
        assertThat(PasswordEvidence.aboutNobody().judge(null))
                .isEqualTo(new Moot(PasswordEvidence.WRONG));
        assertThat(PasswordEvidence.aboutNobody().judge(HELD))
                .isEqualTo(new Moot(PasswordEvidence.WRONG));
        assertThat(PasswordEvidence.WRONG.message().id()).isEqualTo(4000006);
        assertThat(PasswordEvidence.WRONG.node()).isNull();
    }

    @Test
    void printsNoHash() {
        assertThat(evidence(true, "renewed").toString()).doesNotContain("renewed");
    }

    private static Evidence evidence(boolean right, @Nullable String renewed) {
        return new PasswordEvidence(Ada.ID, HELD, right, renewed, Ada.NOW);
    }
}
