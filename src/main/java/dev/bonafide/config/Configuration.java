package dev.bonafide.config;

/** The configuration of this process, read once at start. */
public interface Configuration {
    /**
     * Binds the mapping at a dotted path to a record: component {@code requiredAal} is key {@code
     * required_aal}; types are String, boolean, int, long, {@link java.time.Duration} (Kratos'
     * spelling: {@code 1h30m}), {@link java.net.URI}, enums (lower case), lists of these, nested
     * records and maps of records; {@link Default} gives what an absent key means,
     * {@code @Nullable} lets it be absent.
     *
     * @throws BadConfiguration naming key, value and what is allowed
     */
    <R extends Record> R bind(String path, Class<R> type);

    /** Whether the operator's file (not a default) has this key. */
    boolean names(String path);

    /** Started with {@code --dev}: cookies without Secure, sample secrets allowed. */
    boolean dev();
}
