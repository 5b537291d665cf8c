package dev.bonafide.cli;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Entropy;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a process finds around it. */
record Surroundings(
        Map<String, String> environment,
        PrintWriter out,
        PrintWriter err,
        Clock clock,
        Entropy entropy) {
    static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Clock.system(),
                Entropy.system());
    }
}
