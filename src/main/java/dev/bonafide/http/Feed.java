package dev.bonafide.http;

/**
 * A body without an end: what is said to one client, part by part, until either side leaves. All
 * methods answer at once and never throw.
 */
public interface Feed {
    /** The head of the answer is on its way: from now on parts may be sent. Called once. */
    void open(Outlet outlet);

    /** What was sent last has been taken off our hands: the outlet is free for the next part. */
    void taken();

    /**
     * Nobody listens any more, or the outlet has been ended. Called once, and always, after {@link
     * #open}.
     */
    void gone();

    /** The last word to a client whose server stops. */
    byte[] farewell();

    /** Where the parts go. For any thread. */
    interface Outlet {
        /**
         * Whether the client's connection has taken all that was sent. A sender that waits for this
         * holds at most one part in memory, however slow its client is.
         */
        boolean free();

        /** Sends a part; does nothing once it has ended. */
        void send(byte[] part);

        /** Sends a last part and closes the connection behind it. */
        void end(byte[] last);
    }
}
