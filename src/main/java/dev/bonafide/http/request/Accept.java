package dev.bonafide.http.request;

import java.util.List;

/**
 * Whether {@code Accept} prefers JSON to HTML (contract clause 0.1). As in Kratos, HTML is offered
 * first: JSON must win by quality, or at equal quality by being named more exactly.
 */
final class Accept {
    private static final int NO_MATCH = 4;

    private Accept() {}

    static boolean prefersJson(List<String> headers) {
        Rank html = Rank.NONE;
        Rank json = Rank.NONE;
        for (String range : String.join(",", headers).split(",", -1)) {
            String[] parts = range.split(";", -1);
            double quality = quality(parts);
            html = html.best(Rank.of("text/html", parts[0].strip(), quality));
            json = json.best(Rank.of("application/json", parts[0].strip(), quality));
        }
        return json.beats(html);
    }

    /** RFC 9110 section 12.4.2; whatever is no quality counts as 0, which matches nothing. */
    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
                String number = parameter.substring(2);
                return number.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(number) : 0;
            }
        }
        return 1;
    }

    /**
     * How well something offered is accepted.
     *
     * @param wildness 0 named, 1 by its type, 2 by anything
     */
    private record Rank(double quality, int wildness) {
        static final Rank NONE = new Rank(0, NO_MATCH);

        static Rank of(String offer, String range, double quality) {
            String type = offer.substring(0, offer.indexOf('/') + 1);
            if (quality == 0) {
                return NONE;
            }
            if (range.equalsIgnoreCase(offer)) {
                return new Rank(quality, 0);
            }
            if (range.equalsIgnoreCase(type + "*")) {
                return new Rank(quality, 1);
            }
            return range.equals("*/*") ? new Rank(quality, 2) : NONE;
        }

        Rank best(Rank other) {
            return other.beats(this) ? other : this;
        }

        boolean beats(Rank other) {
            return quality > other.quality
                    || (quality == other.quality && wildness < other.wildness);
        }
    }
}
