package dev.bonafide.method.fido;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Whether bytes are one CBOR item (RFC 8949) and nothing behind it, of bounded depth, as CTAP2
 * writes it: the library reads the first item and leaves the rest (WR-07).
 */
final class WholeCbor {
    private static final int DEPTH_MAX = 8;

    private WholeCbor() {}

    static boolean whole(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            skip(in, DEPTH_MAX);
            return !in.hasRemaining();
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    private static void skip(ByteBuffer in, int depth) {
        if (depth == 0) {
            throw new IllegalArgumentException("too deep");
        }
        int head = in.get() & 0xFF;
        long size = size(in, head & 0x1F);
        switch (head >> 5) {
            case 2, 3 -> in.position(Math.addExact(in.position(), Math.toIntExact(size)));
            case 4 -> skip(in, size, depth);
            case 5 -> skip(in, Math.multiplyExact(2, size), depth);
            case 6 -> skip(in, depth - 1);
            default -> {}
        }
    }

    private static void skip(ByteBuffer in, long items, int depth) {
        for (long i = 0; i < items; i++) {
            skip(in, depth - 1);
        }
    }

    /** Indefinite lengths are not canonical. */
    private static long size(ByteBuffer in, int info) {
        return switch (info) {
            case 24 -> in.get() & 0xFF;
            case 25 -> in.getShort() & 0xFFFF;
            case 26 -> in.getInt() & 0xFFFF_FFFFL;
            case 27 -> in.getLong();
            case 28, 29, 30, 31 -> throw new IllegalArgumentException("no definite length");
            default -> info;
        };
    }
}
