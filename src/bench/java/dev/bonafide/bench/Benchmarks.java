package dev.bonafide.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the measures that its arguments name, or all, and prints a table in Markdown. */
public final class Benchmarks {
    private static final Map<String, Measure> ALL = new LinkedHashMap<>();

    static {
        ALL.put("append-grouped", new Appends(Appends.Against.ONE_BY_ONE));
        ALL.put("append-raw", new Appends(Appends.Against.RAW_BATCHES));
        ALL.put("replay", new Replay());
        ALL.put("whoami-rate", new Whoami(Whoami.Of.RATE));
        ALL.put("whoami-cpu", new Whoami(Whoami.Of.CPU));
        ALL.put("login-cpu", new LoginCpu(LoginCpu.By.API));
        ALL.put("browser-login-cpu", new LoginCpu(LoginCpu.By.BROWSER));
        ALL.put("page-tail", new PageTail());
        ALL.put("step-up", new StepUps());
        ALL.put("login-bytes", new LoginBytes());
    }

    private Benchmarks() {}

    public static void main(String[] names) throws Exception {
        List<String> rows = new ArrayList<>();
        for (String name : names.length == 0 ? ALL.keySet().toArray(String[]::new) : names) {
            Measure measure = ALL.get(name);
            if (measure == null) {
                throw new IllegalArgumentException(
                        "no measure " + name + "; there are " + ALL.keySet());
            }
            Measure.Figure figure = measure.take();
            rows.add(
                    "| %s | %s | %s | %s | %s |"
                            .formatted(
                                    name,
                                    measure.title(),
                                    measure.bar(),
                                    figure.ratio(),
                                    figure.detail()));
            System.out.println(rows.getLast());
        }
        write(rows);
    }

    private static void write(List<String> rows) throws Exception {
        List<String> page = new ArrayList<>();
        page.add(Conditions.text());
        page.add("");
        page.add("| name | what : against what | bar | ratio | the two sides |");
        page.add("|---|---|---|---|---|");
        page.addAll(rows);
        Path file = Path.of("target", "benchmarks.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", page) + "\n", StandardCharsets.UTF_8);
        System.out.println("\n" + String.join("\n", page) + "\n\nwritten to " + file);
    }
}
