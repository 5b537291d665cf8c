package dev.bonafide.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Name of one event stream: a kind byte and raw bytes (a UUID, an HMAC, or both). Its text form is
 * lower-case hex, which is what Axon sees.
 *
 * <p>Immutable: the bytes are copied in and out.
 */
public final class StreamId implements Comparable<StreamId> {
    private static final int LENGTH_MAX = 128;

    private final byte[] bytes;

    private StreamId(byte[] bytes) {
        if (bytes.length < 2 || bytes.length > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a stream id has 2 to 128 bytes, not " + bytes.length);
        }
        StreamKind.of(bytes[0]);
        this.bytes = bytes;
    }

    public static StreamId of(StreamKind kind, byte[] raw) {
        return new StreamId(ByteBuffer.allocate(raw.length + 1).put(kind.code()).put(raw).array());
    }

    public static StreamId of(StreamKind kind, UUID id) {
        return of(kind, uuidBytes(id));
    }

    /** A stream named by a UUID and a short ASCII name, such as identity and method. */
    public static StreamId of(StreamKind kind, UUID id, String name) {
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        return of(kind, ByteBuffer.allocate(16 + text.length).put(uuidBytes(id)).put(text).array());
    }

    /** Reads the stored form; {@link IllegalArgumentException} if it is none. */
    public static StreamId ofBytes(byte[] stored) {
        return new StreamId(stored.clone());
    }

    /** Reads the text form; {@link IllegalArgumentException} if it is none. */
    public static StreamId ofHex(String hex) {
        return new StreamId(HexFormat.of().parseHex(hex));
    }

    public StreamKind kind() {
        return StreamKind.of(bytes[0]);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** The UUID behind the kind byte; {@link IllegalStateException} where the stream has none. */
    public UUID uuid() {
        if (bytes.length < 17) {
            throw new IllegalStateException("stream " + this + " is not named by a UUID");
        }
        ByteBuffer raw = ByteBuffer.wrap(bytes, 1, 16);
        return new UUID(raw.getLong(), raw.getLong());
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] uuidBytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public int compareTo(StreamId other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
