package dev.bonafide.config;

/**
 * Where a value was written, for messages. {@code line} counts from 1; 0 where there are no lines
 * (an environment variable, a default).
 */
record Place(String source, int line) {
    static Place variable(String name) {
        return new Place("environment variable " + name, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}
