package dev.bonafide.config;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The known key that a misspelt one is nearest to: at most {@link #EDITS_MAX} letters off, or the
 * same last word elsewhere in the tree.
 */
final class Nearest {
    private static final int EDITS_MAX = 3;

    private Nearest() {}

    static Optional<String> to(String path, Stream<String> known) {
        return known.distinct()
                .map(pattern -> new Candidate(pattern, distance(path, spelt(pattern, path))))
                .filter(candidate ->
                        candidate.edits() <= EDITS_MAX
                                || last(candidate.pattern()).equals(last(path)))
                .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::pattern))
                .map(Candidate::pattern);
    }

    private record Candidate(String pattern, int edits) {}

    /** The pattern with the path's own words where any word would do. */
    private static String spelt(String pattern, String path) {
        String[] words = pattern.split("\\.", -1);
        String[] own = path.split("\\.", -1);
        for (int i = 0; i < Math.min(words.length, own.length); i++) {
            words[i] = words[i].equals("#") || words[i].equals("*") ? own[i] : words[i];
        }
        return String.join(".", words);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Levenshtein's distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            next(row, i, a.charAt(i - 1), b);
        }
        return row[b.length()];
    }

    private static void next(int[] row, int i, char letter, String b) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int replaced = diagonal + (letter == b.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
        }
    }
}
