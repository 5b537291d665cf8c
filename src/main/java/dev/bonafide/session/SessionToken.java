package dev.bonafide.session;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.SessionId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What a client presents: {@code ory_st_}, then 16 bytes of session id and 24 random bytes in
 * base62 (0-9A-Za-z, 54 characters). It needs no look-up table, and only the SHA-256 of its random
 * part is ever stored.
 */
public final class SessionToken {
    private static final String PREFIX = "ory_st_";
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int SECRET_BYTES = 24;
    private static final int RAW_BYTES = 16 + SECRET_BYTES;
    private static final int LENGTH = 54;

    private final SessionId session;
    private final byte[] secret;

    private SessionToken(SessionId session, byte[] secret) {
        this.session = session;
        this.secret = secret;
    }

    /** A new token of the session. */
    public static SessionToken issue(SessionId session, Entropy entropy) {
        return new SessionToken(session, entropy.bytes(SECRET_BYTES));
    }

    /** Reads what a client presented; empty if it can't be one of ours. */
    public static Optional<SessionToken> parse(String text) {
        if (!text.startsWith(PREFIX) || text.length() != PREFIX.length() + LENGTH) {
            return Optional.empty();
        }
        BigInteger number = BigInteger.ZERO;
        for (char c : text.substring(PREFIX.length()).toCharArray()) {
            int digit = DIGITS.indexOf(c);
            if (digit < 0) {
                return Optional.empty();
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return number.bitLength() > RAW_BYTES * 8 ? Optional.empty() : Optional.of(of(number));
    }

    private static SessionToken of(BigInteger number) {
        byte[] minimal = number.toByteArray();
        byte[] raw = new byte[RAW_BYTES];
        int length = Math.min(minimal.length, RAW_BYTES);
        System.arraycopy(minimal, minimal.length - length, raw, RAW_BYTES - length, length);
        ByteBuffer bytes = ByteBuffer.wrap(raw);
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        return new SessionToken(new SessionId(id), Arrays.copyOfRange(raw, 16, RAW_BYTES));
    }

    public SessionId session() {
        return session;
    }

    /**
     * Lower-case hex SHA-256 of the random part: all that is stored. 192 random bits need no slow
     * hash.
     */
    public String hash() {
        return HexFormat.of().formatHex(Hashes.sha256(secret));
    }

    /** The text for the client, shown once. */
    public String text() {
        UUID id = session.value();
        byte[] raw =
                ByteBuffer.allocate(RAW_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .put(secret)
                        .array();
        BigInteger number = new BigInteger(1, raw);
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            BigInteger[] split = number.divideAndRemainder(BASE);
            text[i] = DIGITS.charAt(split[1].intValue());
            number = split[0];
        }
        return PREFIX + new String(text);
    }

    /** Never the token itself. */
    @Override
    public String toString() {
        return "SessionToken[" + session + "]";
    }
}
