package dev.bonafide.session;

import static dev.bonafide.session.Kind.C2;
import static dev.bonafide.session.Kind.L;
import static dev.bonafide.session.Kind.O;
import static dev.bonafide.session.Kind.O2;
import static dev.bonafide.session.Kind.P;
import static dev.bonafide.session.Kind.T;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.Credentials.Lost;
import dev.bonafide.identity.IdentityDecisions;
import dev.bonafide.identity.IdentityEvent.Cause;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.identity.Somebody;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a session is active, and at which level. */
class StandingTest {
    private static final Instant NOW = Login.START.plusSeconds(60);

    private final IdentityState.Registered ada =
            Somebody.holding(P.factor(), T.factor(), L.factor(), O.factor(), O2.factor());

    @Test
    void passwordAndLookupSecretAreAal2() {
        Standing standing = Login.with(List.of(P, L)).standing(ada);

        assertThat(standing.aal()).isEqualTo(Aal.AAL2);
    }

    @Test
    void passwordLookupSecretAndAgainPasswordAreAal2InThreeEntriesInTheirOrder() {
        Standing standing =
                Login.with(P.proof())
                        .proving(L.after(Duration.ofMinutes(1)))
                        .proving(P.after(Duration.ofMinutes(2)))
                        .standing(ada);

        assertThat(standing.aal()).isEqualTo(Aal.AAL2);
        assertThat(standing.counting())
                .isEqualTo(standing.session().proofs())
                .extracting(proof -> proof.method().value())
                .containsExactly("password", "lookup_secret", "password");
    }

    @Test
    void passwordAndOidcAreAal1() {
        assertThat(Login.with(List.of(P, O)).standing(ada).aal()).isEqualTo(Aal.AAL1);
    }

    @Test
    void aMappedProviderAloneIsAal2() {
        assertThat(Login.with(List.of(O2)).standing(ada).aal()).isEqualTo(Aal.AAL2);
    }

    @Test
    void aRemovedFactorCountsNoMoreInAnyOtherSession() {
        IdentityState without = without(T);
        Login login = Login.with(List.of(P, T));

        assertThat(login.standing(ada).aal()).isEqualTo(Aal.AAL2);
        assertThat(login.standing(without).aal()).isEqualTo(Aal.AAL1);
        assertThat(login.standing(without).session().proofs()).hasSize(2);
    }

    @Test
    void aRemovedFactorCountsOnInTheSessionOfWhoRemovedIt() {
        Login login = Login.with(List.of(P, T)).keeping(T.lineage());

        assertThat(login.standing(without(T)).aal()).isEqualTo(Aal.AAL2);
    }

    @Test
    void isOverWhenNoFirstFactorCounts() {
        Login login = Login.with(List.of(P, T));

        assertThat(Standing.of(login.state(), without(P), NOW)).isEmpty();
        assertThat(Standing.of(Login.with(List.of(T)).state(), ada, NOW)).isEmpty();
        assertThat(login.keeping(P.lineage()).standing(without(P)).aal()).isEqualTo(Aal.AAL2);
    }

    @Test
    void endsAtItsTimeNotAMicrosecondLater() {
        SessionState session = Login.with(P.proof()).state();

        assertThat(Standing.of(session, ada, Login.END.minusNanos(1_000))).isPresent();
        assertThat(Standing.of(session, ada, Login.END)).isEmpty();
    }

    @Test
    void isOverOnceRevoked() {
        Login login =
                Login.with(P.proof())
                        .then(new SessionEvent.Revoked(Login.ID, SessionEvent.Cause.LOGOUT, NOW));

        assertThat(Standing.of(login.state(), ada, NOW)).isEmpty();
    }

    @Test
    void isOverOnceAllWereEndedUnlessItWasKept() {
        IdentityState.Registered ended =
                Somebody.then(ada, IdentityDecisions.endSessions(ada, Cause.OWNER, NOW));
        Login login = Login.with(P.proof());

        assertThat(Standing.of(login.state(), ended, NOW)).isEmpty();
        login.then(SessionDecisions.keep(login.state(), ended.epoch(), NOW));
        assertThat(Standing.of(login.state(), ended, NOW)).isPresent();
        assertThat(Standing.of(login.state(), ada, NOW)).isEmpty();
    }

    @Test
    void isOverOnceTheIdentityIsOffAndStaysSoWhenItIsOnAgain() {
        SessionState session = Login.with(P.proof()).state();
        IdentityState.Registered off = Somebody.then(ada, IdentityDecisions.turn(ada, false, NOW));
        IdentityState.Registered on = Somebody.then(off, IdentityDecisions.turn(off, true, NOW));

        assertThat(Standing.of(session, off, NOW)).isEmpty();
        assertThat(Standing.of(session, on, NOW)).isEmpty();
    }

    @Test
    void isNobodysWithoutItsIdentity() {
        SessionState session = Login.with(P.proof()).state();
        IdentityState erased = ada.evolve(IdentityDecisions.erase(ada, NOW).getFirst());

        assertThat(Standing.of(session, new IdentityState.None(), NOW)).isEmpty();
        assertThat(Standing.of(session, erased, NOW)).isEmpty();
        assertThat(Standing.of(new SessionState.None(), ada, NOW)).isEmpty();
    }

    @Test
    void aSupersededTokenNeverGainsByALaterProof() {
        Login login = Login.with(P.proof());
        Proof stepUp = T.after(Duration.ofMinutes(1));
        login.then(SessionDecisions.prove(login.state(), stepUp, Login.END, "token 2"));
        Standing now = login.standing(ada);
        SessionState.Token old = now.session().tokens().getFirst();

        assertThat(now.aal()).isEqualTo(Aal.AAL2);
        assertThat(now.asOf(old.proofsThen()).aal()).isEqualTo(Aal.AAL1);
        assertThat(now.asOf(old.proofsThen()).counting()).containsExactly(P.proof());
    }

    @Test
    void aSupersededTokenLosesWithTheSession() {
        Login login = Login.with(List.of(P, T)).issuing("token 2", NOW);
        Standing now = login.standing(without(T));

        assertThat(now.asOf(now.session().tokens().getFirst().proofsThen()).aal())
                .isEqualTo(Aal.AAL1);
        assertThat(now.asOf(99).counting()).isEqualTo(now.counting());
    }

    @Test
    void theSameMailboxIsNoSecondFactor() {
        Proof recovered = Kind.RC.proof();
        IdentityState holder = Somebody.holding(Kind.RC.factor(), C2.factor());

        assertThat(Login.with(recovered).proving(C2.over("mailbox")).standing(holder).aal())
                .isEqualTo(Aal.AAL1);
    }

    private IdentityState without(Kind gone) {
        return ada.evolve(new Lost(Somebody.ID, gone.method(), NOW));
    }
}
