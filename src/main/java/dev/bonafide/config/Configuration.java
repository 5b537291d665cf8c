package dev.bonafide.config;

import java.util.function.Function;

/**
 * The configuration of this process. What is bound directly is read once, at the start; what is a
 * {@link Setting} follows the files.
 */
public interface Configuration {
    /**
     * Binds the mapping at a dotted path (empty for the whole file) to a record.
     *
     * <p>Component {@code requiredAal} is key {@code required_aal}, unless {@link Key} spells it.
     * Types are String, boolean, int, long, {@link java.time.Duration} (Kratos' spelling: {@code
     * 1h30m}), {@link java.net.URI}, enums (lower case), lists of these, nested records and maps of
     * them by String. {@link Default} gives what an absent key means, {@code @Nullable} lets it be
     * absent; an absent list or map is empty, an absent nested record is one of defaults. {@link
     * Range} bounds a number, {@link Secret} hides the value in messages, {@link Doc} says what the
     * key does. Every key can be overridden by the environment.
     *
     * <p>The record's compact constructor may refuse what its types can't, by {@link
     * BadConfiguration} with the key inside the record.
     *
     * @throws BadConfiguration naming key, value and what is allowed, for every bad value in the
     *     record
     */
    <R extends Record> R bind(String path, Class<R> type);

    /**
     * A part that follows the files: read now, and again for every later edition of them.
     *
     * @param reader binds what it needs from the edition that it is given, and from nothing else
     * @throws BadConfiguration as the reader does
     */
    <T> Setting<T> setting(Function<Configuration, ? extends T> reader);

    /** The same for one record. */
    default <R extends Record> Setting<R> setting(String path, Class<R> type) {
        return setting(edition -> edition.bind(path, type));
    }

    /**
     * What an address in the configuration stands for, as {@link Contents} reads it. The file
     * behind it is watched like those of the configuration.
     *
     * @param key the key that holds the address, for the message
     * @throws BadConfiguration naming the key, when there is nothing to read or the address is of
     *     another kind
     */
    byte[] content(String key, String address);

    /** Whether the operator's file or environment (not a default) has this key. */
    boolean names(String path);

    /** Started with {@code --dev}: cookies without Secure, sample secrets allowed. */
    boolean dev();
}
