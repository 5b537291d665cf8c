package dev.bonafide.config;

/**
 * The configuration can't be served: names the key, the value (never a secret's) and what is
 * allowed. Stops the start.
 *
 * <p>The compact constructor of a settings record throws it with the key inside that record ({@code
 * port}); {@link Configuration#bind} puts the path and the line in front of it.
 */
public final class BadConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String problem;

    public BadConfiguration(String key, String problem) {
        super(key + ": " + problem, null, false, false);
        this.key = key;
        this.problem = problem;
    }

    /** The dotted path of the key at fault, or the file that can't be read. */
    public String key() {
        return key;
    }

    /** The same with the value's place behind it. */
    static BadConfiguration at(Place place, String key, String problem) {
        return new BadConfiguration(key, problem + " (" + place + ")");
    }

    String problem() {
        return problem;
    }
}
