package dev.bonafide.session;

import static dev.bonafide.session.Kind.C2;
import static dev.bonafide.session.Kind.L;
import static dev.bonafide.session.Kind.O2;
import static dev.bonafide.session.Kind.P;
import static dev.bonafide.session.Kind.RC;
import static dev.bonafide.session.Kind.T;
import static dev.bonafide.session.Kind.W2;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session can reach, and so may be asked for. */
class ReachableTest {
    @ParameterizedTest
    @EnumSource(names = {"T", "L", "W2", "C2"})
    void aUsableSecondFactorLiftsAndSoIsAskedFor(Kind second) {
        List<Factor> offered = List.of(P.factor(), second.factor());

        assertThat(Assurance.lifting(List.of(P.proof()), offered)).containsExactly(second.factor());
        assertThat(Assurance.reachable(List.of(P.proof()), offered)).isEqualTo(Aal.AAL2);
    }

    @ParameterizedTest
    @EnumSource(names = {"T", "L", "W2", "C2"})
    void aSpentSetLocksNobodyOut(Kind second) {
        List<Factor> offered = List.of(P.factor(), second.factor(false));

        assertThat(Assurance.lifting(List.of(P.proof()), offered)).isEmpty();
        assertThat(Assurance.reachable(List.of(P.proof()), offered)).isEqualTo(Aal.AAL1);
    }

    @Test
    void aMethodThatIsSwitchedOffLocksNobodyOut() {
        assertThat(Assurance.reachable(List.of(P.proof()), List.of(P.factor())))
                .isEqualTo(Aal.AAL1);
        assertThat(Assurance.reachable(List.of(P.proof(), T.proof()), List.of(P.factor())))
                .isEqualTo(Aal.AAL2);
    }

    @Test
    void aFactorOverTheSameChannelIsNeitherOfferedNorDemanded() {
        Factor mailbox =
                new Factor(C2.method(), C2.lineage(), Aal.AAL2, RC.proof().channels(), true);

        assertThat(Assurance.lifting(List.of(RC.proof()), List.of(mailbox))).isEmpty();
        assertThat(Assurance.reachable(List.of(RC.proof()), List.of(mailbox))).isEqualTo(Aal.AAL1);
        assertThat(Assurance.reachable(List.of(RC.proof(), P.proof()), List.of(mailbox)))
                .isEqualTo(Aal.AAL2);
    }

    @Test
    void aFirstFactorNeverLifts() {
        assertThat(
                        Assurance.lifting(
                                List.of(P.proof()),
                                List.of(Kind.O.factor(), Kind.K.factor(), Kind.W1.factor())))
                .isEmpty();
    }

    @Test
    void offersEveryFactorThatLiftsAndNoOther() {
        List<Factor> offered =
                List.of(P.factor(), L.factor(false), T.factor(), W2.factor(), C2.factor());

        assertThat(Assurance.lifting(List.of(P.proof()), offered))
                .containsExactly(T.factor(), W2.factor(), C2.factor());
        assertThat(Assurance.lifting(List.of(O2.proof()), offered))
                .containsExactly(T.factor(), W2.factor(), C2.factor());
    }

    @Test
    void nothingProvenReachesNothing() {
        assertThat(Assurance.reachable(List.of(), List.of(T.factor()))).isEqualTo(Aal.AAL0);
    }

    /**
     * Exhausting a second factor opens nothing: whatever the guard refuses, what can be reached,
     * and so is demanded, cannot even ask it.
     */
    @Test
    void exhaustingAFactorOpensNothingSinceTheGuardIsNotAsked() {
        ArchRuleDefinition.noClasses()
                .that()
                .belongToAnyOf(Assurance.class, Privilege.class, Standing.class, Factor.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.bonafide.guard..")
                .check(
                        new ClassFileImporter()
                                .importClasses(
                                        Set.of(
                                                Assurance.class,
                                                Privilege.class,
                                                Privilege.Granted.class,
                                                Privilege.Missing.class,
                                                Standing.class,
                                                Factor.class)));
    }
}
