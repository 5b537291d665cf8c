package dev.bonafide.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Proof;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of pairs, and its footnotes. */
class AssuranceTableTest {
    static List<Pairs.Pair> pairs() {
        return Pairs.all();
    }

    @Test
    void theTableHas78Pairs() {
        assertThat(Pairs.all()).hasSize(78);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void twoProofsHaveTheLevelOfTheTable(Pairs.Pair pair) {
        Proof one = pair.one().proof();
        Proof other = pair.other().proof();

        assertThat(Assurance.of(List.of(one, other))).isEqualTo(pair.level());
        assertThat(Assurance.of(List.of(other, one))).isEqualTo(pair.level());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void twoProofsOverTheSameChannelAreAal1WhereAFootnoteSaysSo(Pairs.Pair pair) {
        List<Proof> same = List.of(pair.one().over("same"), pair.other().over("same"));
        boolean delegated = pair.one() == Kind.O2 || pair.other() == Kind.O2;

        assertThat(Assurance.of(same)).isEqualTo(delegated ? Aal.AAL2 : Aal.AAL1);
        if (!pair.footnote().isEmpty()) {
            assertThat(pair.level()).isEqualTo(Aal.AAL2);
        }
    }

    @Test
    void footnoteAAProviderThatIsTheMailboxIsNoSecondChannelBesideIt() {
        Proof code = Kind.C2.over("mailbox");

        assertThat(Assurance.of(List.of(Kind.O.proof(), code))).isEqualTo(Aal.AAL2);
        assertThat(Assurance.of(List.of(Kind.O.over("google:ada", "mailbox"), code)))
                .isEqualTo(Aal.AAL1);
    }

    @Test
    void footnoteBTheSameKeyIsNotTwoFactors() {
        Proof second = Kind.W2.over("key");

        assertThat(Assurance.of(List.of(Kind.W1.over("key"), second))).isEqualTo(Aal.AAL1);
        assertThat(Assurance.of(List.of(Kind.K.over("key"), second))).isEqualTo(Aal.AAL1);
        assertThat(Assurance.of(List.of(Kind.W1.over("other key"), second))).isEqualTo(Aal.AAL2);
    }

    @ParameterizedTest
    @EnumSource(names = {"C1", "RL", "RC"})
    void footnoteCTheSameMailboxIsNotTwoFactors(Kind first) {
        assertThat(Assurance.of(List.of(first.proof(), Kind.C2.over("mailbox"))))
                .isEqualTo(Aal.AAL1);
        assertThat(Assurance.of(List.of(first.proof(), Kind.C2.over("other mailbox"))))
                .isEqualTo(Aal.AAL2);
    }

    @Test
    void aSecondChannelThatBothShareIsOneTooMany() {
        Proof first = Kind.O.over("a", "b");
        assertThat(Assurance.of(List.of(first, Kind.C2.over("b", "c")))).isEqualTo(Aal.AAL1);
        assertThat(Assurance.of(List.of(first, Kind.C2.over("c", "d")))).isEqualTo(Aal.AAL2);
    }

    @ParameterizedTest
    @EnumSource
    void oneProofIsAal1ButForAMappedOne(Kind kind) {
        assertThat(Assurance.of(List.of(kind.proof())))
                .isEqualTo(kind == Kind.O2 ? Aal.AAL2 : Aal.AAL1);
    }

    @Test
    void nothingIsAal0() {
        assertThat(Assurance.of(List.of())).isEqualTo(Aal.AAL0);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAFirstFactorKeepsASessionActive(Kind kind) {
        boolean second = List.of(Kind.T, Kind.L, Kind.W2, Kind.C2).contains(kind);

        assertThat(Assurance.hasFirstFactor(List.of(kind.proof()))).isEqualTo(!second);
    }
}
