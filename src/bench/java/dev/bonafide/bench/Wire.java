package dev.bonafide.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One kept connection with as little of a client as will do: what the client costs is taken from
 * the same processors.
 */
final class Wire implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** What came back; {@code head} is status line and headers. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Answer(int status, String head, byte[] bytes) {
        JsonNode json() {
            return JSON.readTree(bytes);
        }

        String text() {
            return new String(bytes, UTF_8);
        }

        /** The same, if it has this status. */
        Answer expect(int wanted) {
            if (status != wanted) {
                throw new IllegalStateException(wanted + " expected: " + head + text());
            }
            return this;
        }
    }

    /** Headers as lines, each ended by CRLF. */
    Answer get(String path, String headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    }

    Answer post(String path, String headers, String json) throws IOException {
        return send("POST", path, headers + "Content-Type: application/json\r\n", json);
    }

    Answer patch(String path, String json) throws IOException {
        return send("PATCH", path, "Content-Type: application/json\r\n", json);
    }

    /** What a page's form sends. */
    Answer form(String path, String headers, String fields) throws IOException {
        String type = "Content-Type: application/x-www-form-urlencoded\r\n";
        return send("POST", path, headers + type, fields);
    }

    private Answer send(String method, String path, String headers, String body)
            throws IOException {
        return send(
                "%s %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n%s"
                        .formatted(method, path, headers, body.getBytes(UTF_8).length, body));
    }

    private Answer send(String request) throws IOException {
        out.write(request.getBytes(UTF_8));
        out.flush();
        String head = head();
        int length = 0;
        for (String line : head.lines().toList()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        return new Answer(Integer.parseInt(head.substring(9, 12)), head, in.readNBytes(length));
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(512);
        int end = 0;
        while (end < 4) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection was closed");
            }
            head.write(next);
            end = next == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : 0;
        }
        return head.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
