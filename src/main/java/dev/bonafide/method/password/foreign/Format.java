package dev.bonafide.method.password.foreign;

/** One way to spell a hash. */
interface Format {
    /** By its beginning alone. */
    boolean recognises(String text);

    /**
     * Reads what it recognises.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    ForeignHash read(String text);
}
