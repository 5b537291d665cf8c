package dev.bonafide.bench;

import dev.bonafide.Bonafide;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A whole server in a process of its own, so that its CPU is its own and not the client's. */
final class ServerProcess implements AutoCloseable {
    private static final int TRIES = 600;

    private final Process process;
    private final int publicPort;
    private final int adminPort;

    ServerProcess(Folders folder) throws Exception {
        publicPort = freePort();
        adminPort = freePort();
        Path file = folder.file("server.yml");
        Files.writeString(file, yaml(folder));
        process =
                new ProcessBuilder(command(file))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.file("server.log").toFile())
                        .start();
        awaitReady();
    }

    private static List<String> command(Path file) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Bonafide.class.getName(), "serve", "-c", file.toString()));
        return command;
    }

    private String yaml(Folders folder) {
        Path schema = Path.of("src/main/resources/bonafide.identity.schema.json").toAbsolutePath();
        return """
        dsn: sqlite://%s
        serve:
          public: {host: 127.0.0.1, port: %d, base_url: "http://localhost:%d/"}
          admin: {host: 127.0.0.1, port: %d, base_url: "http://localhost:%d/"}
        secrets: {default: ["a-secret-for-benchmarks-of-forty-letters"]}
        bonafide: {vault: {keys: ["a-secret-for-benchmarks-of-forty-letters"]}}
        identity:
          default_schema_id: default
          schemas: [{id: default, url: "%s"}]
        selfservice:
          default_browser_return_url: http://localhost:%d/
          methods: {totp: {enabled: true}, lookup_secret: {enabled: true}}
        """
                .formatted(
                        folder.file("bonafide.db"),
                        publicPort,
                        publicPort,
                        adminPort,
                        adminPort,
                        schema.toUri(),
                        publicPort);
    }

    private void awaitReady() throws Exception {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try (Wire wire = admin()) {
                if (wire.get("/health/ready", "").status() == 200) {
                    return;
                }
            } catch (IOException e) {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        throw new IllegalStateException("the server did not become ready; see server.log");
    }

    Wire open() throws IOException {
        return new Wire(publicPort);
    }

    Wire admin() throws IOException {
        return new Wire(adminPort);
    }

    /** What its process has used so far. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
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
