package dev.bonafide.config;

/**
 * The configuration can't be served: names the key, the value (never a secret's) and what is
 * allowed. Stops the start.
 */
public final class BadConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadConfiguration(String key, String problem) {
        super(key + ": " + problem, null, false, false);
    }
}
