package dev.bonafide.store;

/** What is known after a batch was handed to the store. */
public sealed interface AppendResult {
    /** All of it is stored and durable. */
    record Acknowledged() implements AppendResult {}

    /**
     * The store refused the commit at this index of the batch, because its position or one of its
     * (stream, sequence) pairs is taken. Those before it are stored and durable, those after it are
     * not stored. Says nothing about who occupies the place: read it.
     */
    record Occupied(int index) implements AppendResult {}

    /** Any of it may be stored, now or later. Only reading on tells. */
    record Unknown(Throwable cause) implements AppendResult {}
}
