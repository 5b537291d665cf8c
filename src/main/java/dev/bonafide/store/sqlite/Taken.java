package dev.bonafide.store.sqlite;

/** The commit at this index of a batch can't be stored: its place is occupied. */
final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int index;

    Taken(int index) {
        super("taken", null, false, false);
        this.index = index;
    }

    int index() {
        return index;
    }
}
