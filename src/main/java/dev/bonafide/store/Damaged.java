package dev.bonafide.store;

/**
 * What is stored at a position can't be read back as a commit: bytes were changed behind our back.
 */
public final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    public Damaged(long position, String what) {
        super("the commit at position %d is damaged: %s".formatted(position, what));
        this.position = position;
    }

    /** First position of that commit, as far as the store can tell. */
    public long position() {
        return position;
    }
}
