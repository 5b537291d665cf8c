package dev.bonafide.config;

/** The configuration of this process, read once at start. */
public interface Configuration {
    /**
     * Binds the mapping at a dotted path (empty for the whole file) to a record.
     *
     * <p>Component {@code requiredAal} is key {@code required_aal}, unless {@link Key} spells it.
     * Types are String, boolean, int, long, {@link java.time.Duration} (Kratos' spelling: {@code
     * 1h30m}), {@link java.net.URI}, enums (lower case), lists of these, nested records and maps of
     * them by String. {@link Default} gives what an absent key means, {@code @Nullable} lets it be
     * absent; an absent list or map is empty, an absent nested record is one of defaults. {@link
     * Secret} hides the value in messages. Every key can be overridden by the environment.
     *
     * <p>The record's compact constructor may refuse what its types can't, by {@link
     * BadConfiguration} with the key inside the record.
     *
     * @throws BadConfiguration naming key, value and what is allowed
     */
    <R extends Record> R bind(String path, Class<R> type);

    /** Whether the operator's file or environment (not a default) has this key. */
    boolean names(String path);

    /** Started with {@code --dev}: cookies without Secure, sample secrets allowed. */
    boolean dev();
}
