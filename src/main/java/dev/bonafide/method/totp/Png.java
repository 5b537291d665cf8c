package dev.bonafide.method.totp;

import com.google.zxing.common.BitMatrix;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The smallest PNG there is (ISO/IEC 15948): one bit of grey a pixel, one compressed chunk. Our
 * own, because the JDK's writer loads the desktop libraries into a server.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Png() {}

    /** A set bit is black. */
    static byte[] of(BitMatrix picture) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        png.writeBytes(chunk("IHDR", header(picture)));
        png.writeBytes(chunk("IDAT", deflated(rows(picture))));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** Bit depth 1, greyscale, deflate, the one filter method, not interlaced. */
    private static byte[] header(BitMatrix picture) {
        return ByteBuffer.allocate(13)
                .putInt(picture.getWidth())
                .putInt(picture.getHeight())
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
    }

    /** Each row is a byte that says "not filtered" and its pixels, eight a byte, 1 for white. */
    private static byte[] rows(BitMatrix picture) {
        int length = 1 + (picture.getWidth() + 7) / 8;
        byte[] rows = new byte[length * picture.getHeight()];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int white = picture.get(x, y) ? 0 : 0x80 >> (x % 8);
                rows[y * length + 1 + x / 8] |= (byte) white;
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] plain) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] piece = new byte[4096];
            while (!deflater.finished()) {
                packed.write(piece, 0, deflater.deflate(piece));
            }
            return packed.toByteArray();
        }
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }
}
