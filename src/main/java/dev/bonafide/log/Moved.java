package dev.bonafide.log;

import dev.bonafide.kernel.StreamId;

/**
 * Something that a decision stood on is not so any more: roll back, load anew, decide again.
 * Stackless; never leaves {@link Commands}.
 */
public final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StreamId stream;

    public Moved(StreamId stream) {
        super("moved: " + stream, null, false, false);
        this.stream = stream;
    }

    public StreamId stream() {
        return stream;
    }
}
