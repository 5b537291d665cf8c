package dev.bonafide.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scripts under {@code src/test/npm}, in a folder where their packages may be put. */
final class Npm {
    private static final Path SCRIPTS = Path.of("src/test/npm");
    private static final Path FOLDER = Path.of("target/npm");
    // Made by npm when everything was put in place.
    private static final Path INSTALLED = FOLDER.resolve("node_modules/.package-lock.json");

    private Npm() {}

    /** What ended, and all that it printed. */
    record Ended(int code, String printed) {
        /** In the summary of the report. */
        int number(String of) {
            Matcher found = Pattern.compile("(?m)^# " + of + " (\\d+)$").matcher(printed);
            return found.find() ? Integer.parseInt(found.group(1)) : 0;
        }
    }

    /** Why the scripts cannot be run here, if they cannot. */
    static Optional<String> missing() {
        try {
            copy();
            return Files.exists(INSTALLED) ? Optional.empty() : install();
        } catch (IOException notThere) {
            return Optional.of("there is no npm here: " + notThere.getMessage());
        }
    }

    /** Fewer and shorter tries than npm's, so that a machine without a network goes on. */
    private static Optional<String> install() throws IOException {
        Ended ended =
                run(
                        Map.of(),
                        "npm",
                        "ci",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--fetch-retries=1",
                        "--fetch-timeout=30000");
        return ended.code() == 0
                ? Optional.empty()
                : Optional.of("npm could not fetch the packages: " + ended.printed());
    }

    static Ended node(Map<String, String> environment) {
        try {
            return run(environment, "node", "--test-reporter=tap", "main.mjs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy() throws IOException {
        Files.createDirectories(FOLDER);
        List<Path> scripts;
        try (Stream<Path> all = Files.list(SCRIPTS)) {
            scripts = all.toList();
        }
        if (lockIsAnother()) {
            Files.deleteIfExists(INSTALLED);
        }
        for (Path script : scripts) {
            Path copy = FOLDER.resolve(script.getFileName());
            Files.copy(script, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean lockIsAnother() throws IOException {
        Path copy = FOLDER.resolve("package-lock.json");
        return !Files.exists(copy)
                || Files.mismatch(SCRIPTS.resolve("package-lock.json"), copy) >= 0;
    }

    /** For four minutes at most. */
    private static Ended run(Map<String, String> environment, String... command)
            throws IOException {
        Path printed = Files.createTempFile("bonafide-npm", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(FOLDER.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        int code = end(process);
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        Files.delete(printed);
        return new Ended(code, text);
    }

    private static int end(Process process) {
        try {
            if (process.waitFor(4, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return -1;
    }
}
