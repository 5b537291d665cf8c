package dev.bonafide.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Under what conditions figures were taken. */
final class Conditions {
    private Conditions() {}

    static String text() {
        return String.format(
                Locale.ROOT,
                "%d processors, load %.1f when done, Java %s, SQLite durable (WAL, synchronous=FULL).",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version());
    }
}
