package dev.bonafide.method.fido;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the little CBOR (RFC 8949) that an authenticator needs. */
final class Cbor {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Cbor map(int entries) {
        return head(5, entries);
    }

    Cbor number(long number) {
        return number < 0 ? head(1, -1 - number) : head(0, number);
    }

    Cbor text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(3, bytes.length).out.writeBytes(bytes);
        return this;
    }

    Cbor bytes(byte[] bytes) {
        head(2, bytes.length).out.writeBytes(bytes);
        return this;
    }

    byte[] written() {
        return out.toByteArray();
    }

    private Cbor head(int major, long value) {
        if (value < 24) {
            out.write(major << 5 | (int) value);
        } else if (value < 256) {
            out.write(major << 5 | 24);
            out.write((int) value);
        } else {
            out.write(major << 5 | 25);
            out.write((int) (value >> 8));
            out.write((int) value);
        }
        return this;
    }
}
