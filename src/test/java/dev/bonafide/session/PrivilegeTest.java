package dev.bonafide.session;

import static dev.bonafide.session.Kind.C2;
import static dev.bonafide.session.Kind.L;
import static dev.bonafide.session.Kind.O2;
import static dev.bonafide.session.Kind.P;
import static dev.bonafide.session.Kind.RC;
import static dev.bonafide.session.Kind.T;
import static dev.bonafide.session.PrivilegeTest.Row.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.identity.Factor;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.identity.Somebody;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Proof;
import dev.bonafide.session.Privilege.Granted;
import dev.bonafide.session.Privilege.Missing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may change factors: freshness by factor, and no dead end. */
class PrivilegeTest {
    private static final Duration AGE = Duration.ofMinutes(15);
    private static final Instant NOW = Login.START.plus(Duration.ofHours(1));

    private static final Proof FRESH_P = P.after(Duration.ofMinutes(50));
    private static final Proof FRESH_T = T.after(Duration.ofMinutes(50));
    private static final Proof FRESH_L = L.after(Duration.ofMinutes(50));
    private static final Privilege FIRST = new Missing(Aal.AAL1);
    private static final Privilege SECOND = new Missing(Aal.AAL2);
    private static final Privilege OK = new Granted();

    /** What somebody holds, what the session has proven, and what follows. */
    record Row(String what, List<Factor> held, List<Proof> proofs, Privilege expected) {
        static Row row(String what, List<Factor> held, List<Proof> proofs, Privilege expected) {
            return new Row(what, held, proofs, expected);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Row> table() {
        List<Factor> one = List.of(P.factor());
        List<Factor> two = List.of(P.factor(), T.factor());
        return Stream.of(
                row("one factor, fresh", one, List.of(FRESH_P), OK),
                row("one factor, stale", one, List.of(P.proof()), FIRST),
                row("one factor, stale and fresh", one, List.of(P.proof(), FRESH_P), OK),
                row("two factors, only the first, fresh", two, List.of(FRESH_P), SECOND),
                row("two factors, only the first, stale", two, List.of(P.proof()), SECOND),
                row("both fresh", two, List.of(FRESH_P, FRESH_T), OK),
                row("first stale, second fresh", two, List.of(P.proof(), FRESH_T), OK),
                row("first fresh, second stale", two, List.of(T.proof(), FRESH_P), SECOND),
                row("both stale", two, List.of(P.proof(), T.proof()), SECOND));
    }

    static Stream<Row> withoutDeadEnd() {
        List<Factor> spent = List.of(P.factor(), L.factor(false));
        List<Factor> more = List.of(P.factor(), L.factor(false), T.factor());
        List<Factor> mailbox =
                List.of(
                        RC.factor(),
                        new Factor(
                                C2.method(), C2.lineage(), Aal.AAL2, RC.proof().channels(), true));
        Proof recovered = RC.after(Duration.ofMinutes(50));
        return Stream.of(
                row("all codes spent", spent, List.of(FRESH_P), OK),
                row("the last code just spent", spent, List.of(P.proof(), FRESH_L), OK),
                row("the last code spent before", spent, List.of(L.proof(), FRESH_P), OK),
                row("nothing fresh, codes spent", spent, List.of(P.proof(), L.proof()), FIRST),
                row("codes spent, but an app", more, List.of(L.proof(), FRESH_P), SECOND),
                row("codes spent, app fresh", more, List.of(P.proof(), FRESH_T), OK),
                row("recovered, no second factor", List.of(RC.factor()), List.of(recovered), OK),
                row(
                        "recovered, but an app",
                        List.of(RC.factor(), T.factor()),
                        List.of(recovered),
                        SECOND),
                row(
                        "recovered by the mailbox that is the second",
                        mailbox,
                        List.of(recovered),
                        OK));
    }

    static Stream<Row> delegated() {
        List<Factor> corp = List.of(O2.factor());
        List<Factor> both = List.of(O2.factor(), T.factor());
        Proof fresh = O2.after(Duration.ofMinutes(50));
        return Stream.of(
                row("both by the provider, fresh", corp, List.of(fresh), OK),
                row("both by the provider, stale", corp, List.of(O2.proof()), FIRST),
                row("provider stale, app fresh", both, List.of(O2.proof(), FRESH_T), OK),
                row("provider fresh, app never", both, List.of(fresh), OK),
                row("provider stale, app never", both, List.of(O2.proof()), SECOND));
    }

    @ParameterizedTest
    @MethodSource({"table", "withoutDeadEnd", "delegated"})
    void decides(Row row) {
        Registered holder = Somebody.holding(row.held().toArray(Factor[]::new));
        Standing standing = standing(holder, row.proofs());

        assertThat(Privilege.of(standing, usual(holder), AGE, NOW)).isEqualTo(row.expected());
    }

    @Test
    void aMethodThatIsSwitchedOffLocksNobodyOut() {
        Registered holder = Somebody.holding(P.factor(), T.factor());
        List<Factor> offered = List.of(P.factor());

        assertThat(Privilege.of(standing(holder, List.of(FRESH_P)), offered, AGE, NOW))
                .isEqualTo(OK);
        assertThat(Privilege.of(standing(holder, List.of(T.proof(), FRESH_P)), offered, AGE, NOW))
                .isEqualTo(OK);
        assertThat(Privilege.of(standing(holder, List.of(P.proof())), offered, AGE, NOW))
                .isEqualTo(FIRST);
    }

    @Test
    void isFreshUntilTheAgeIsReached() {
        Registered holder = Somebody.holding(P.factor());
        Standing standing = standing(holder, List.of(P.proof()));
        Instant last = Login.START.plus(AGE).minusNanos(1_000);

        assertThat(Privilege.of(standing, usual(holder), AGE, last)).isEqualTo(OK);
        assertThat(Privilege.of(standing, usual(holder), AGE, last.plusNanos(1_000)))
                .isEqualTo(FIRST);
    }

    @Test
    void aChangeOfPasswordLooksForAFreshFirstFactorAmongThoseThatCount() {
        Registered holder = Somebody.holding(P.factor(), T.factor(), O2.factor());

        assertThat(fresh(standing(holder, List.of(FRESH_P)))).isTrue();
        assertThat(fresh(standing(holder, List.of(P.proof(), FRESH_T)))).isFalse();
        assertThat(fresh(standing(holder, List.of(O2.after(Duration.ofMinutes(50)))))).isTrue();
        assertThat(
                        fresh(
                                standing(
                                        Somebody.holding(T.factor(), O2.factor()),
                                        List.of(O2.proof(), FRESH_P))))
                .isFalse();
    }

    private static boolean fresh(Standing standing) {
        return Privilege.freshFirst(standing, AGE, NOW);
    }

    private static List<Factor> usual(Registered holder) {
        return holder.factors();
    }

    private static Standing standing(Registered holder, List<Proof> proofs) {
        Login login = Login.with(proofs.getFirst());
        proofs.stream().skip(1).forEach(login::proving);
        return Standing.of(login.state(), holder, NOW).orElseThrow();
    }
}
