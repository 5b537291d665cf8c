package dev.bonafide.kernel;

/**
 * The kinds of event streams: the first byte of every {@link StreamId}, so that no two types can
 * share a stream.
 *
 * <p>The order of declaration is the one canonical order in which a unit of work loads, and so
 * locks, its aggregates.
 */
public enum StreamKind {
    /** The log's own history: genesis, restore. */
    LOG('L'),
    /** Use of a flow or challenge: its first event is the claim. */
    USE('U'),
    /** Claim of a login identifier. */
    CLAIM('C'),
    /** Failed attempts of one identity with one method. */
    GUARD('G'),
    IDENTITY('I'),
    SESSION('S'),
    /** The alert about one event by one rule: its first event is the claim. */
    ALERT('A');

    private final byte code;

    StreamKind(char code) {
        this.code = (byte) code;
    }

    public byte code() {
        return code;
    }

    /** The kind with this first byte; {@link IllegalArgumentException} if there is none. */
    public static StreamKind of(byte code) {
        for (StreamKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind of stream: " + code);
    }
}
