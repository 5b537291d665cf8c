package dev.bonafide.ui;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call a browser that sends this {@code User-Agent}. */
final class Agent {
    /** Token and name; the first that occurs counts, as browsers also claim to be older ones. */
    private static final List<List<String>> BROWSERS =
            List.of(
                    List.of("Edg", "Edge"),
                    List.of("OPR/", "Opera"),
                    List.of("SamsungBrowser", "Samsung Internet"),
                    List.of("Firefox/", "Firefox"),
                    List.of("FxiOS", "Firefox"),
                    List.of("CriOS", "Chrome"),
                    List.of("Chrome/", "Chrome"),
                    List.of("Safari/", "Safari"),
                    List.of("curl/", "curl"));

    private static final List<List<String>> SYSTEMS =
            List.of(
                    List.of("Android", "Android"),
                    List.of("iPhone", "iPhone"),
                    List.of("iPad", "iPad"),
                    List.of("Windows", "Windows"),
                    List.of("Mac OS X", "Mac"),
                    List.of("CrOS", "ChromeOS"),
                    List.of("Linux", "Linux"));

    private Agent() {}

    /** Browser and system; "" where neither is known. */
    static String name(String agent) {
        return Stream.of(first(BROWSERS, agent), first(SYSTEMS, agent))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String first(List<List<String>> known, String agent) {
        return known.stream()
                .filter(each -> agent.contains(each.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse("");
    }
}
