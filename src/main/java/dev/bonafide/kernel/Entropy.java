package dev.bonafide.kernel;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** The only source of randomness; everything unguessable and every new id comes from here. */
public interface Entropy {
    /** {@code length} bytes of a cryptographically strong generator. */
    byte[] bytes(int length);

    /** The operating system's generator through {@link SecureRandom}. */
    static Entropy system() {
        SecureRandom random = new SecureRandom();
        return length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    /** A random UUID (RFC 9562 version 4). */
    default UUID uuid() {
        ByteBuffer raw = ByteBuffer.wrap(bytes(16));
        return new UUID((raw.getLong() & ~0xF000L) | 0x4000L, variant(raw.getLong()));
    }

    /** A time-ordered UUID (RFC 9562 version 7): 48 bits of milliseconds, 74 random bits. */
    default UUID timeOrderedUuid(Instant now) {
        ByteBuffer raw = ByteBuffer.wrap(bytes(16));
        long head = (now.toEpochMilli() << 16) | 0x7000L | (raw.getLong() & 0x0FFFL);
        return new UUID(head, variant(raw.getLong()));
    }

    private static long variant(long bits) {
        return (bits & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    }
}
