package dev.bonafide.method.password;

import java.util.Locale;

/**
 * Whether a password is nearly something known about its owner, by Kratos' two measures: fewer than
 * 5 edits apart, or more than half of the password is one piece of it. Case does not count.
 */
final class Similarity {
    private static final int EDITS_MIN = 5;

    private Similarity() {}

    static boolean similar(String password, String known) {
        int[] some = folded(password);
        int[] others = folded(known);
        return others.length > 0
                && (edits(some, others) < EDITS_MIN || 2 * piece(some, others) > some.length);
    }

    /** Levenshtein's distance, or any number not below {@link #EDITS_MIN}. */
    private static int edits(int[] some, int[] others) {
        if (Math.abs(some.length - others.length) >= EDITS_MIN) {
            return EDITS_MIN;
        }
        int[] above = new int[others.length + 1];
        java.util.Arrays.setAll(above, i -> i);
        for (int i = 1; i <= some.length; i++) {
            int[] row = new int[others.length + 1];
            row[0] = i;
            for (int j = 1; j <= others.length; j++) {
                int swap = above[j - 1] + (some[i - 1] == others[j - 1] ? 0 : 1);
                row[j] = Math.min(swap, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[others.length];
    }

    /** Length of the longest piece that both have. */
    private static int piece(int[] some, int[] others) {
        int longest = 0;
        int[] above = new int[others.length + 1];
        for (int a : some) {
            int[] row = new int[others.length + 1];
            for (int j = 1; j <= others.length; j++) {
                row[j] = a == others[j - 1] ? above[j - 1] + 1 : 0;
                longest = Math.max(longest, row[j]);
            }
            above = row;
        }
        return longest;
    }

    private static int[] folded(String text) {
        return text.toLowerCase(Locale.ROOT).codePoints().toArray();
    }
}
