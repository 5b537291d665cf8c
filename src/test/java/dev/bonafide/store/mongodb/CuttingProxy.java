package dev.bonafide.store.mongodb;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the driver and a server, one question and one answer at a time, and cuts a
 * connection where it is told to: before the server has the question, or before the client has the
 * answer.
 */
final class CuttingProxy implements AutoCloseable {
    private static final List<String> MONITORING = List.of("hello", "ismaster", "isMaster");

    private final int target;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();

    CuttingProxy(int target) {
        try {
            this.target = target;
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    enum Where {
        /** The server never has the question. */
        BEFORE_THE_QUESTION,

        /** The server has done it, and the client does not hear of it. */
        BEFORE_THE_ANSWER,

        /** The client has given up; the server does it when the test says so. */
        QUESTION_IS_LATE
    }

    /** One cut, at the next message of that kind. */
    static final class Cut {
        private final Where where;
        private final Predicate<String> message;
        private final CountDownLatch happened = new CountDownLatch(1);
        private final CountDownLatch delivery = new CountDownLatch(1);
        private final CountDownLatch delivered = new CountDownLatch(1);

        private Cut(Where where, Predicate<String> message) {
            this.where = where;
            this.message = message;
        }

        void await() throws InterruptedException {
            if (!happened.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("nothing was cut");
            }
        }

        /** The question that was held back arrives; returns when it is done. */
        void deliver() throws InterruptedException {
            delivery.countDown();
            if (!delivered.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("nothing was delivered");
            }
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts at the next message that, read as Latin-1, is like this; the driver's looks aside. */
    Cut cut(Where where, Predicate<String> message) {
        Cut cut = new Cut(where, message);
        next.set(cut);
        return cut;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            sockets.add(server);
            boolean open = true;
            while (open) {
                open = exchange(client, server);
            }
        } catch (IOException e) {
            // one of them has gone
        } finally {
            sockets.remove(client);
        }
    }

    private boolean exchange(Socket client, Socket server) throws IOException {
        byte[] question = message(client);
        Cut cut = cutAt(question);
        if (cut == null) {
            server.getOutputStream().write(question);
            client.getOutputStream().write(message(server));
            return true;
        }
        switch (cut.where) {
            case BEFORE_THE_QUESTION -> {}
            case BEFORE_THE_ANSWER -> ask(server, question);
            case QUESTION_IS_LATE -> askLate(client, server, question, cut);
        }
        cut.happened.countDown();
        return false;
    }

    private static void ask(Socket server, byte[] question) throws IOException {
        server.getOutputStream().write(question);
        var _ = message(server);
    }

    private static void askLate(Socket client, Socket server, byte[] question, Cut cut)
            throws IOException {
        client.close();
        cut.happened.countDown();
        try {
            cut.delivery.await();
            ask(server, question);
            cut.delivered.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Cut cutAt(byte[] question) {
        String text = new String(question, StandardCharsets.ISO_8859_1);
        Cut cut = next.get();
        boolean here =
                cut != null
                        && MONITORING.stream().noneMatch(text::contains)
                        && cut.message.test(text);
        return here && next.compareAndSet(cut, null) ? cut : null;
    }

    /** A message of MongoDB's wire protocol: its length, little-endian, counts itself. */
    private static byte[] message(Socket from) throws IOException {
        DataInputStream in = new DataInputStream(from.getInputStream());
        byte[] length = new byte[Integer.BYTES];
        in.readFully(length);
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] whole = new byte[size];
        System.arraycopy(length, 0, whole, 0, length.length);
        in.readFully(whole, length.length, size - length.length);
        return whole;
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
