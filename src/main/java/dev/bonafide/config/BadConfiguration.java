package dev.bonafide.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration can't be served: names the key, the value (never a secret's) and what is
 * allowed. Stops the start.
 *
 * <p>The compact constructor of a settings record throws it with the key inside that record ({@code
 * port}); {@link Configuration#bind} puts the path and the line in front of it.
 */
public final class BadConfiguration extends RuntimeException {
    private static final long serialVersionUID = 2L;

    private final String key;
    private final String problem;
    private final BadConfiguration[] all;

    public BadConfiguration(String key, String problem) {
        super(key + ": " + problem, null, false, false);
        this.key = key;
        this.problem = problem;
        this.all = new BadConfiguration[0];
    }

    private BadConfiguration(List<BadConfiguration> all) {
        super(
                all.stream().map(BadConfiguration::getMessage).collect(Collectors.joining("\n")),
                null,
                false,
                false);
        this.key = all.getFirst().key;
        this.problem = all.getFirst().problem;
        this.all = all.toArray(BadConfiguration[]::new);
    }

    /** Several as one, whose message has a line for each. */
    static BadConfiguration of(List<BadConfiguration> all) {
        return all.size() == 1 ? all.getFirst() : new BadConfiguration(all);
    }

    /** The dotted path of the key at fault (the first of several), or the file. */
    public String key() {
        return key;
    }

    /** One for each key at fault. */
    public List<BadConfiguration> all() {
        return all.length == 0 ? List.of(this) : List.of(all);
    }

    /** The same with the value's place behind it. */
    static BadConfiguration at(Place place, String key, String problem) {
        return new BadConfiguration(key, problem + " (" + place + ")");
    }

    String problem() {
        return problem;
    }
}
