package dev.bonafide.http.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that can be as rude as a test wants: it sends bytes and reads answers one by one. */
final class Wire implements AutoCloseable {
    private final Socket socket;

    Wire(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(20_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request on a connection of its own. */
    static Answer once(int port, String request) {
        try (Wire wire = new Wire(port)) {
            return wire.send(request).answer();
        }
    }

    /** A request without a body. */
    static Answer once(int port, String method, String target) {
        return once(port, head(method, target) + "\r\n");
    }

    static String head(String method, String target) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
    }

    static String post(String target, String type, String body) {
        return head("POST", target)
                + "Content-Type: "
                + type
                + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Sends each char as one byte. A server that has hung up is for {@link #answer} to notice. */
    Wire send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (SocketException hungUp) {
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server goes on taking what is sent, be it only to throw it away. */
    boolean takesMore() {
        byte[] bytes = new byte[1024];
        try {
            for (int i = 0; i < 1000; i++) {
                socket.getOutputStream().write(bytes);
            }
            return true;
        } catch (SocketException reset) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer; its length is what {@code Content-Length} says. */
    Answer answer() {
        return answer(true);
    }

    /** The next answer, which has no body whatever its headers say, as after HEAD. */
    Answer headOnly() {
        return answer(false);
    }

    private Answer answer(boolean withBody) {
        try {
            String head = readHead();
            int length = withBody ? Answer.of(head, "").length() : 0;
            byte[] body = socket.getInputStream().readNBytes(length);
            return Answer.of(head, new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readHead() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("hung up after " + head.toString(StandardCharsets.UTF_8));
            }
            head.write(read);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** The next chunk of a body that is sent in chunks; "" for its end. */
    String chunk() {
        try {
            InputStream in = socket.getInputStream();
            int length = Integer.parseInt(line(in), 16);
            String content = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            return line(in).isEmpty() ? content : "no end of a chunk";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All chunks up to the end. */
    String chunks() {
        StringBuilder all = new StringBuilder();
        for (String next = chunk(); !next.isEmpty(); next = chunk()) {
            all.append(next);
        }
        return all.toString();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n' && read >= 0; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }

    /** How many bytes come until the server hangs up. */
    long rest() {
        long bytes = 0;
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                bytes += read;
            }
        } catch (SocketException reset) {
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    /** Whether the server hangs up without a further byte. */
    boolean isHungUp() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
