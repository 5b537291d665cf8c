package dev.bonafide.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Proof;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every sequence of proofs to length 6 over all kinds, against the table, which knows no order; and
 * what more and fewer proofs do.
 */
class AssuranceSequencesTest {
    private static final Kind[] KINDS = Kind.values();
    private static final Map<Kind, Proof> PROOFS = each(Kind::proof);
    private static final Map<Kind, Aal> ALONE = each(kind -> Pairs.level(List.of(kind)));
    private static final Map<Kind, Map<Kind, Aal>> PAIRS =
            each(one -> each(other -> Pairs.level(one, other)));

    @Test
    void everySequenceTo6HasTheLevelOfItsBestPair() {
        long seen = walk(new ArrayList<>(), new ArrayList<>(), Aal.AAL0);

        assertThat(seen).isEqualTo(1 + 13 + 169 + 2_197 + 28_561 + 371_293 + 4_826_809);
    }

    @Test
    void aFurtherProofNeverLowersTheLevel() {
        selections(
                5,
                kinds -> {
                    Aal before = Assurance.of(Kind.proofs(kinds));
                    for (Kind more : KINDS) {
                        List<Kind> after = new ArrayList<>(kinds);
                        after.add(more);
                        assertThat(Assurance.of(Kind.proofs(after)).atLeast(before)).isTrue();
                    }
                });
    }

    @Test
    void theEndOfACredentialOnlyLowersTheLevelAndKeepingItsProofsKeepsIt() {
        selections(
                5,
                kinds -> {
                    List<Proof> proofs = Kind.proofs(kinds);
                    Set<Lineage> all = lineages(kinds);
                    Aal before = Assurance.of(Assurance.counting(proofs, all, Set.of()));
                    for (Kind gone : kinds.isEmpty() ? Set.<Kind>of() : EnumSet.copyOf(kinds)) {
                        Set<Lineage> left =
                                all.stream()
                                        .filter(one -> !one.equals(gone.lineage()))
                                        .collect(Collectors.toSet());
                        List<Proof> after = Assurance.counting(proofs, left, Set.of());
                        assertThat(before.atLeast(Assurance.of(after))).isTrue();
                        assertThat(after).noneMatch(one -> one.lineage().equals(gone.lineage()));
                        assertThat(Assurance.counting(proofs, left, Set.of(gone.lineage())))
                                .isEqualTo(proofs);
                    }
                });
    }

    /** What can be offered and what would be reached agree with what is reached by proving it. */
    @Test
    void offersExactlyWhatWouldLift() {
        selections(
                4,
                kinds -> {
                    List<Proof> proofs = Kind.proofs(kinds);
                    for (Kind kind : List.of(Kind.T, Kind.L, Kind.W2, Kind.C2)) {
                        List<Proof> after = new ArrayList<>(proofs);
                        after.add(kind.proof());
                        boolean offered =
                                !Assurance.lifting(proofs, List.of(kind.factor())).isEmpty();
                        assertThat(Assurance.seconds(after).contains(kind.proof()))
                                .isEqualTo(offered);
                        assertThat(Assurance.reachable(proofs, List.of(kind.factor())))
                                .isEqualTo(kinds.isEmpty() ? Aal.AAL0 : Assurance.of(after));
                    }
                });
    }

    private static Set<Lineage> lineages(List<Kind> kinds) {
        return kinds.stream().map(Kind::lineage).collect(Collectors.toSet());
    }

    /** Goes on from a sequence in every way; its level by the table is known from its pairs. */
    private static long walk(List<Kind> kinds, List<Proof> proofs, Aal expected) {
        if (Assurance.of(proofs) != expected) {
            assertThat(Assurance.of(proofs)).as("%s", kinds).isEqualTo(expected);
        }
        long seen = 1;
        for (int i = 0; i < KINDS.length && kinds.size() < 6; i++) {
            Kind next = KINDS[i];
            Map<Kind, Aal> pairs = Objects.requireNonNull(PAIRS.get(next));
            Aal level = higher(expected, ALONE.get(next));
            for (Kind one : kinds) {
                level = higher(level, pairs.get(one));
            }
            kinds.add(next);
            proofs.add(Objects.requireNonNull(PROOFS.get(next)));
            seen += walk(kinds, proofs, level);
            kinds.removeLast();
            proofs.removeLast();
        }
        return seen;
    }

    private static Aal higher(Aal one, @Nullable Aal other) {
        Aal known = Objects.requireNonNull(other);
        return one.atLeast(known) ? one : known;
    }

    private static <V> Map<Kind, V> each(Function<Kind, V> value) {
        Map<Kind, V> values = new EnumMap<>(Kind.class);
        for (Kind kind : KINDS) {
            values.put(kind, value.apply(kind));
        }
        return values;
    }

    /** Each multiset once, in the order of the kinds. */
    private static void selections(int most, Consumer<List<Kind>> each) {
        selections(new ArrayList<>(), 0, most, each);
    }

    private static void selections(
            List<Kind> begun, int from, int most, Consumer<List<Kind>> each) {
        each.accept(begun);
        if (begun.size() < most) {
            for (int i = from; i < KINDS.length; i++) {
                begun.add(KINDS[i]);
                selections(begun, i, most, each);
                begun.removeLast();
            }
        }
    }
}
