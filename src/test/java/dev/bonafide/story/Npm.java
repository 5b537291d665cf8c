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

/**
 * Scripts under {@code src/test}, in a folder where their packages may be put.
 *
 * @param scripts where they are written
 * @param folder where they run
 */
public record Npm(Path scripts, Path folder) {
    /** Those in a folder of {@code src/test}. */
    public static Npm in(String name) {
        return new Npm(Path.of("src/test", name), Path.of("target", name));
    }

    /** Made by npm when everything was put in place. */
    private Path installed() {
        return folder.resolve("node_modules/.package-lock.json");
    }

    /** What ended, and all that it printed. */
    record Ended(int code, String printed) {
        /** In the summary of the report. */
        int number(String of) {
            Matcher found = Pattern.compile("(?m)^# " + of + " (\\d+)$").matcher(printed);
            return found.find() ? Integer.parseInt(found.group(1)) : 0;
        }
    }

    /** Why the scripts cannot be run here, if they cannot. */
    public Optional<String> missing() {
        try {
            copy();
            return Files.exists(installed()) ? Optional.empty() : install();
        } catch (IOException notThere) {
            return Optional.of("there is no npm here: " + notThere.getMessage());
        }
    }

    /** Fewer and shorter tries than npm's, so that a machine without a network goes on. */
    private Optional<String> install() throws IOException {
        Ended ended =
                run(
                        2,
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

    Ended node(Map<String, String> environment) {
        try {
            return run(10, environment, "node", "--test-reporter=tap", "main.mjs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A script that goes on until its standard input is closed; it prints to its output. */
    public Process started(String script) {
        try {
            return new ProcessBuilder("node", script)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy() throws IOException {
        Files.createDirectories(folder);
        List<Path> files;
        try (Stream<Path> all = Files.list(scripts)) {
            files = all.toList();
        }
        if (lockIsAnother()) {
            Files.deleteIfExists(installed());
        }
        for (Path script : files) {
            Path copy = folder.resolve(script.getFileName());
            Files.copy(script, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private boolean lockIsAnother() throws IOException {
        Path copy = folder.resolve("package-lock.json");
        return !Files.exists(copy)
                || Files.mismatch(scripts.resolve("package-lock.json"), copy) >= 0;
    }

    /** Bounded generously: a machine that builds other things besides is slow. */
    private Ended run(int minutes, Map<String, String> environment, String... command)
            throws IOException {
        Path printed = Files.createTempFile("bonafide-npm", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        int code = end(process, minutes);
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        Files.delete(printed);
        return new Ended(code, text);
    }

    private static int end(Process process, int minutes) {
        try {
            if (process.waitFor(minutes, TimeUnit.MINUTES)) {
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
