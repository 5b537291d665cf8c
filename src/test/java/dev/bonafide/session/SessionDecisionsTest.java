package dev.bonafide.session;

import static dev.bonafide.session.Kind.L;
import static dev.bonafide.session.Kind.P;
import static dev.bonafide.session.Kind.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.identity.IdentityState;
import dev.bonafide.identity.Somebody;
import dev.bonafide.kernel.Proof;
import dev.bonafide.kernel.Refused;
import dev.bonafide.session.SessionEvent.Extended;
import dev.bonafide.session.SessionEvent.Kept;
import dev.bonafide.session.SessionEvent.MethodCompleted;
import dev.bonafide.session.SessionEvent.ProofsKept;
import dev.bonafide.session.SessionEvent.Revoked;
import dev.bonafide.session.SessionEvent.TokenIssued;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of sessions. */
class SessionDecisionsTest {
    private static final Instant NOW = Login.START.plusSeconds(60);

    private final IdentityState ada = Somebody.holding(P.factor(), T.factor());

    @Test
    void beginsWithItsProofAndItsToken() {
        SessionEvent.Started started = Login.started(4);

        assertThat(SessionDecisions.start(started, P.proof(), "hash"))
                .containsExactly(
                        started,
                        new MethodCompleted(Login.ID, P.proof()),
                        new TokenIssued(Login.ID, "hash", Login.START));
    }

    @Test
    void aFurtherProofMovesTheEnd() {
        Proof proof = T.after(Duration.ofMinutes(1));
        Instant until = Login.END.plusSeconds(60);

        assertThat(SessionDecisions.prove(Login.with(P.proof()).state(), proof, until, null))
                .containsExactly(
                        new MethodCompleted(Login.ID, proof), new Extended(Login.ID, until, NOW));
    }

    @Test
    void aNewTokenIsIssuedBeforeTheProofSoThatTheOldOneDoesNotGain() {
        Proof proof = T.after(Duration.ofMinutes(1));
        Login login = Login.with(P.proof());

        login.then(SessionDecisions.prove(login.state(), proof, Login.END, "token 2"));

        assertThat(login.state().tokens())
                .containsExactly(
                        new SessionState.Token("token 1", NOW, 1),
                        new SessionState.Token("token 2", null, 0));
        assertThat(login.state().proofs()).containsExactly(P.proof(), proof);
    }

    @Test
    void onlyTheNewestTokenMayAct() {
        SessionState session = Login.with(P.proof()).issuing("token 2", NOW).state();

        assertThat(SessionDecisions.acting(session, ada, "token 2", NOW).session())
                .isEqualTo(session);
        refused(() -> SessionDecisions.acting(session, ada, "token 1", NOW));
        refused(() -> SessionDecisions.acting(session, ada, "token 3", NOW));
        refused(() -> SessionDecisions.acting(session, ada, "", NOW));
    }

    @Test
    void onlyAnActiveSessionMayAct() {
        SessionState session = Login.with(P.proof()).state();

        refused(() -> SessionDecisions.acting(session, ada, "token 1", Login.END));
        refused(() -> SessionDecisions.active(new SessionState.None(), ada, NOW));
        refused(() -> SessionDecisions.active(session, new IdentityState.None(), NOW));
    }

    @ParameterizedTest
    @EnumSource
    void endsOnceAndForAll(SessionEvent.Cause cause) {
        Login login = Login.with(P.proof());
        Revoked revoked = new Revoked(Login.ID, cause, NOW);

        assertThat(SessionDecisions.revoke(login.state(), cause, NOW)).containsExactly(revoked);
        assertThat(SessionDecisions.revoke(login.then(revoked).state(), cause, NOW)).isEmpty();
        assertThat(SessionDecisions.revoke(new SessionState.None(), cause, NOW)).isEmpty();
    }

    @Test
    void isKeptUnderTheNewEpoch() {
        assertThat(SessionDecisions.keep(Login.with(P.proof()).state(), 5, NOW))
                .containsExactly(new Kept(Login.ID, 5, NOW));
    }

    @Test
    void keepsOnlyProofsThatItHolds() {
        SessionState.Started session = Login.with(P.proof()).proving(T.proof()).state();

        assertThat(SessionDecisions.keepProofs(session, Set.of(T.lineage(), L.lineage()), NOW))
                .containsExactly(new ProofsKept(Login.ID, Set.of(T.lineage()), NOW));
        assertThat(SessionDecisions.keepProofs(session, Set.of(L.lineage()), NOW)).isEmpty();
        assertThat(SessionDecisions.keepProofs(session, Set.of(), NOW)).isEmpty();
    }

    private static void refused(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.code()).isEqualTo("session.inactive"));
    }
}
