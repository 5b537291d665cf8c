package dev.bonafide.session;

import dev.bonafide.kernel.Aal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table of pairs as design section 5 prints it; SAML is a row like {@code O}. */
final class Pairs {
    /** {@code a}, {@code b}, {@code c}: aal2, but aal1 where the channel is the same. */
    private static final String TABLE =
            """
            .  P  O  O2 T  L  W1 W2 K  C1 C2 RL RC
            P  1  1  2  2  2  1  2  1  1  2  1  1
            O     1  2  2  2  1  2  1  1  2a 1  1
            O2       2  2  2  2  2  2  2  2  2  2
            T           1  1  2  1  2  2  1  2  2
            L              1  2  1  2  2  1  2  2
            W1                1  2b 1  1  2  1  1
            W2                   1  2b 2  1  2  2
            K                       1  1  2  1  1
            C1                         1  2c 1  1
            C2                            1  2c 2c
            RL                               1  1
            RC                                  1
            """;

    private static final Pattern GAPS = Pattern.compile(" +");
    private static final Map<Kind, Map<Kind, String>> LEVELS = parsed();

    private Pairs() {}

    /** One cell, whichever of the two is named first. */
    record Pair(Kind one, Kind other, Aal level, String footnote) {}

    /** Every cell of the table, the empty half left out. */
    static List<Pair> all() {
        List<Pair> pairs = new ArrayList<>();
        LEVELS.forEach(
                (one, row) -> row.forEach((other, cell) -> pairs.add(pair(one, other, cell))));
        return pairs;
    }

    /** The level of two proofs over their usual channels. */
    static Aal level(Kind one, Kind other) {
        Kind a = row(one);
        Kind b = row(other);
        Kind first = a.compareTo(b) <= 0 ? a : b;
        Kind second = first == a ? b : a;
        return pair(first, second, Objects.requireNonNull(LEVELS.get(first)).get(second)).level();
    }

    /**
     * The level of a session by the table alone: that of its best pair; a proof by itself is aal1,
     * but for one that a provider's configuration maps to both.
     */
    static Aal level(List<Kind> kinds) {
        Aal best = kinds.isEmpty() ? Aal.AAL0 : Aal.AAL1;
        for (int i = 0; i < kinds.size(); i++) {
            best = kinds.get(i) == Kind.O2 ? Aal.AAL2 : best;
            for (int j = i + 1; j < kinds.size(); j++) {
                Aal level = level(kinds.get(i), kinds.get(j));
                best = level.atLeast(best) ? level : best;
            }
        }
        return best;
    }

    private static Kind row(Kind kind) {
        return kind == Kind.S ? Kind.O : kind;
    }

    private static Pair pair(Kind one, Kind other, @Nullable String cell) {
        String known = Objects.requireNonNull(cell);
        return new Pair(
                one, other, known.startsWith("2") ? Aal.AAL2 : Aal.AAL1, known.substring(1));
    }

    private static Map<Kind, Map<Kind, String>> parsed() {
        Map<Kind, Map<Kind, String>> levels = new EnumMap<>(Kind.class);
        List<String> heads = cells(TABLE.lines().findFirst().orElseThrow());
        TABLE.lines()
                .skip(1)
                .map(Pairs::cells)
                .forEach(row -> levels.put(Kind.valueOf(row.getFirst()), row(heads, row)));
        return levels;
    }

    /** A row's cells stand under the last heads. */
    private static Map<Kind, String> row(List<String> heads, List<String> cells) {
        Map<Kind, String> row = new EnumMap<>(Kind.class);
        int left = heads.size() - cells.size();
        for (int i = 1; i < cells.size(); i++) {
            row.put(Kind.valueOf(heads.get(left + i)), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        return GAPS.splitAsStream(line.trim()).toList();
    }
}
