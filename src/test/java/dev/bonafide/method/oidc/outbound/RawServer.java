package dev.bonafide.method.oidc.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Says on a connection whatever it is told to, once it was asked; or nothing. */
final class RawServer implements AutoCloseable {
    private static final Pattern FILL = Pattern.compile("%([0-9]+)");

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String answer = "";
    private volatile String request = "";
    private volatile boolean silent;
    private volatile boolean dripping;

    RawServer() {
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    String request() {
        return request;
    }

    void answers(String text) {
        answer = text;
    }

    /** Takes connections and says nothing. */
    void keepsSilent() {
        silent = true;
    }

    /** Says a letter now and then, and never comes to an end. */
    void drips() {
        dripping = true;
    }

    /** With {@code %n} being n letters. */
    static String filled(String text) {
        return FILL.matcher(text).replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(one));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket one) {
        try (one) {
            request = head(one.getInputStream());
            if (silent) {
                closed.await();
            }
            while (dripping && !closed.await(10, TimeUnit.MILLISECONDS)) {
                one.getOutputStream().write('x');
            }
            one.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // The client has heard enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = 0;
        while (next >= 0 && head.indexOf("\r\n\r\n") < 0) {
            next = in.read();
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
