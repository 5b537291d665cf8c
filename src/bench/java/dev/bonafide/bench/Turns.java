package dev.bonafide.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Two things measured in turns, so that what disturbs the machine disturbs both. */
final class Turns {
    private final List<Double> first = new ArrayList<>();
    private final List<Double> second = new ArrayList<>();

    private Turns() {}

    /** Each side {@code rounds} times after one round that does not count. */
    static Turns take(int rounds, Callable<Double> first, Callable<Double> second)
            throws Exception {
        Turns turns = new Turns();
        for (int round = 0; round <= rounds; round++) {
            double one = first.call();
            double other = second.call();
            if (round > 0) {
                turns.first.add(one);
                turns.second.add(other);
            }
        }
        return turns;
    }

    double ofFirst() {
        return median(first);
    }

    double ofSecond() {
        return median(second);
    }

    /** The median over the rounds of first divided by second. */
    double ratio() {
        return median(ratios());
    }

    Measure.Figure figure(String unit) {
        List<Double> ratios = ratios().stream().sorted().toList();
        return new Measure.Figure(
                number(ratio()),
                "%s : %s %s; %d turns, %s to %s"
                        .formatted(
                                number(ofFirst()),
                                number(ofSecond()),
                                unit,
                                ratios.size(),
                                number(ratios.getFirst()),
                                number(ratios.getLast())));
    }

    /** Three digits that count. */
    static String number(double value) {
        double size = Math.abs(value);
        int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private List<Double> ratios() {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < first.size(); round++) {
            ratios.add(first.get(round) / second.get(round));
        }
        return ratios;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
