package dev.bonafide.story;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A client of {@code GET /admin/events/stream} that reads as the WHATWG's algorithm for server-sent
 * events says, and remembers the last id for when it comes back.
 */
final class EventClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final int status;
    private String lastId;

    /**
     * What was said in one go.
     *
     * @param event name, "" for a public event
     */
    record Said(String id, String event, String data, String comment) {}

    private EventClient(int port, String query, String lastId) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        this.lastId = lastId;
        String request =
                "GET /admin/events/stream%s HTTP/1.0\r\nHost: localhost\r\n%s\r\n"
                        .formatted(
                                query, lastId.isEmpty() ? "" : "Last-Event-ID: " + lastId + "\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        status = Integer.parseInt(line().split(" ", -1)[1]);
        String header = line();
        while (!header.isEmpty()) {
            header = line();
        }
    }

    /** Of the head. */
    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("hung up");
        }
        return line;
    }

    /**
     * Asks for the stream.
     *
     * @param lastId "" for none
     */
    static EventClient open(TestServer server, String query, String lastId) {
        try {
            return new EventClient(server.http().adminPort(), query, lastId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int status() {
        return status;
    }

    String lastId() {
        return lastId;
    }

    /** What comes next; empty once the server has hung up. */
    Optional<Said> next() {
        List<String> lines = new ArrayList<>();
        try {
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                lines.add(line);
                line = in.readLine();
            }
            return line == null ? Optional.empty() : Optional.of(said(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Said said(List<String> lines) {
        lastId = field(lines, "id: ").orElse(lastId);
        return new Said(
                lastId,
                field(lines, "event: ").orElse(""),
                field(lines, "data: ").orElse(""),
                field(lines, ": ").orElse(""));
    }

    private static Optional<String> field(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    /** The next public event; what is said between is passed over. */
    Said event() {
        Said said = next().orElseThrow(() -> new AssertionError("hung up"));
        while (said.data().isEmpty() || !said.event().isEmpty()) {
            said = next().orElseThrow(() -> new AssertionError("hung up"));
        }
        return said;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
