package dev.bonafide.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection that is kept for as many requests as the server likes. */
final class Line implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 40_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream input;

    Line(int port) {
        this.port = port;
    }

    /**
     * Sends bytes and reads the answer to them.
     *
     * @return none if the server hung up before it answered
     */
    Response answer(byte[] request) {
        try {
            InputStream from = send(request);
            Response response = read(from);
            if (response.header("connection").equalsIgnoreCase("close") || stream(response)) {
                close();
            }
            return response;
        } catch (SocketTimeoutException e) {
            close();
            return Response.SILENCE;
        } catch (IOException hungUp) {
            close();
            return Response.NONE;
        }
    }

    private InputStream send(byte[] request) throws IOException {
        Socket open = socket;
        InputStream from = input;
        if (open == null || from == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            from = new BufferedInputStream(open.getInputStream(), 1 << 16);
            socket = open;
            input = from;
        }
        open.getOutputStream().write(request);
        return from;
    }

    private static Response read(InputStream from) throws IOException {
        String first = line(from);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(from); !header.isEmpty(); header = line(from)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(first.split(" ", -1)[1]);
        Response head = new Response(status, headers, "");
        return stream(head) ? head : new Response(status, headers, body(from, head));
    }

    /** Has no end: what it begins with is enough. */
    private static boolean stream(Response response) {
        return response.header("content-type").startsWith("text/event-stream");
    }

    private static String body(InputStream from, Response head) throws IOException {
        if (head.status() == 204 || head.status() == 304) {
            return "";
        }
        if (head.header("transfer-encoding").equalsIgnoreCase("chunked")) {
            return chunks(from);
        }
        String length = head.header("content-length");
        return length.isEmpty() ? "" : text(from, Integer.parseInt(length));
    }

    private static String chunks(InputStream from) throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = size(from); size > 0; size = size(from)) {
            body.append(text(from, size));
            line(from);
        }
        line(from);
        return body.toString();
    }

    private static int size(InputStream from) throws IOException {
        return Integer.parseInt(line(from), 16);
    }

    private static String text(InputStream from, int length) throws IOException {
        byte[] bytes = from.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String line(InputStream from) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        input = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
