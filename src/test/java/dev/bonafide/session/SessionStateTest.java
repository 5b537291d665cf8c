package dev.bonafide.session;

import static dev.bonafide.session.Kind.P;
import static dev.bonafide.session.Kind.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bonafide.session.SessionEvent.Extended;
import dev.bonafide.session.SessionEvent.Kept;
import dev.bonafide.session.SessionEvent.MethodCompleted;
import dev.bonafide.session.SessionEvent.ProofsKept;
import dev.bonafide.session.SessionEvent.Revoked;
import dev.bonafide.session.SessionEvent.TokenIssued;
import dev.bonafide.session.SessionState.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How events make the state of a session. */
class SessionStateTest {
    private static final Instant LATER = Login.START.plusSeconds(60);

    static Stream<SessionEvent> further() {
        return Stream.of(
                new MethodCompleted(Login.ID, T.after(Duration.ofMinutes(1))),
                new TokenIssued(Login.ID, "token 2", LATER),
                new Extended(Login.ID, Login.END.plusSeconds(1), LATER),
                new Kept(Login.ID, 7, LATER),
                new ProofsKept(Login.ID, Set.of(T.lineage()), LATER),
                new Revoked(Login.ID, SessionEvent.Cause.LOGOUT, LATER));
    }

    @Test
    void beginsWithoutAnyProof() {
        SessionState.Started started =
                (SessionState.Started) Login.after(List.of(Login.started(3)));

        assertThat(started.epoch()).isEqualTo(3);
        assertThat(started.proofs()).isEmpty();
        assertThat(started.tokens()).isEmpty();
        assertThat(started.times())
                .isEqualTo(new SessionState.Times(Login.START, Login.START, Login.END));
    }

    @Test
    void listsEveryProofInItsOrderAndTakesTheTimeOfTheLast() {
        SessionState.Started state =
                Login.with(P.proof())
                        .proving(T.after(Duration.ofMinutes(1)))
                        .proving(P.after(Duration.ofMinutes(2)))
                        .state();

        assertThat(state.proofs())
                .containsExactly(
                        P.proof(), T.after(Duration.ofMinutes(1)), P.after(Duration.ofMinutes(2)));
        assertThat(state.times().authenticatedAt())
                .isEqualTo(Login.START.plus(Duration.ofMinutes(2)));
        assertThat(state.times().issuedAt()).isEqualTo(Login.START);
    }

    @Test
    void keepsTokensAsALineWhoseLastAloneIsNotSuperseded() {
        SessionState.Started state =
                Login.with(P.proof())
                        .issuing("token 2", LATER)
                        .proving(T.proof())
                        .issuing("token 3", LATER.plusSeconds(1))
                        .state();

        assertThat(state.tokens())
                .containsExactly(
                        new Token("token 1", LATER, 1),
                        new Token("token 2", LATER.plusSeconds(1), 2),
                        new Token("token 3", null, 0));
    }

    @Test
    void remembersAllLineagesItWasToKeep() {
        SessionState.Started state =
                Login.with(P.proof()).keeping(T.lineage()).keeping(P.lineage()).state();

        assertThat(state.kept()).containsExactlyInAnyOrder(T.lineage(), P.lineage());
    }

    @ParameterizedTest
    @MethodSource("further")
    void takesEveryEventOnceBegunAlsoWhenItIsOver(SessionEvent event) {
        Login over =
                Login.with(P.proof())
                        .then(new Revoked(Login.ID, SessionEvent.Cause.ADMINISTRATOR, LATER));

        SessionState.Started state = over.then(event).state();

        assertThat(state.revoked()).isTrue();
        assertThat(state.proofs()).startsWith(P.proof());
    }

    @ParameterizedTest
    @MethodSource("further")
    void isCorruptIfItBeginsOtherwise(SessionEvent event) {
        assertThatIllegalStateException().isThrownBy(() -> new SessionState.None().evolve(event));
    }

    @Test
    void isCorruptIfItBeginsTwice() {
        Login login = Login.with(P.proof()).then(Login.started(0));

        assertThatIllegalStateException().isThrownBy(login::state);
    }

    @Test
    void changesNothingElseThanTheEventSays() {
        SessionState.Started before = Login.with(P.proof()).state();

        SessionState.Started kept =
                Login.with(P.proof()).then(new Kept(Login.ID, 7, LATER)).state();

        assertThat(kept).usingRecursiveComparison().ignoringFields("epoch").isEqualTo(before);
        assertThat(kept.epoch()).isEqualTo(7);
    }
}
