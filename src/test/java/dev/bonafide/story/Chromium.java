package dev.bonafide.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser without a window, spoken to over its DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Process process;
    private final URI address;

    private Chromium(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** The browser of this machine, if it has one. */
    static Optional<Path> program() {
        String given = System.getenv().getOrDefault("CHROMIUM", "");
        Stream<Path> onPath =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(given.isEmpty() ? Stream.of() : Stream.of(Path.of(given)), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The browser of this machine; where there is none, whoever asks is left out, visibly.
     *
     * @param what is left out
     */
    static Chromium orLeaveOut(String what) {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            System.out.println("LEFT OUT: " + what + "; there is no Chromium here");
        }
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        return start(program.get());
    }

    static Chromium start(Path program) {
        try {
            Path profile = Files.createTempDirectory("bonafide-chromium");
            Process process =
                    new ProcessBuilder(
                                    program.toString(),
                                    "--headless=new",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-dev-shm-usage",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--remote-debugging-port=0",
                                    "--user-data-dir=" + profile,
                                    "about:blank")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return new Chromium(process, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(Process process) throws IOException {
        BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher found = LISTENING.matcher(line);
            if (found.find()) {
                drain(lines);
                return URI.create(found.group(1));
            }
        }
        throw new IllegalStateException("the browser did not start");
    }

    /** A full pipe would stop it; the end of the browser ends the pipe. */
    private static void drain(BufferedReader lines) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        lines.transferTo(Writer.nullWriter());
                    } catch (IOException ended) {
                        return;
                    }
                });
    }

    /** A new window that shares nothing with others, like another browser. */
    Tab tab() {
        return Tab.open(address);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
