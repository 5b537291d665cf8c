package dev.bonafide.method.fido;

import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;

/** What both methods say, by the numbers of contract section 5. */
public final class KeyTexts {
    private KeyTexts() {}

    /**
     * The same for every reason for which an answer is wrong, also that there is nobody (WS-11).
     */
    public static Message wrong() {
        return Message.error(
                4000043, "The key was not accepted. Use one that belongs to this account.");
    }

    /** Told to who has the key: there may be somebody else who has it. */
    static Message copied() {
        return Messages.generic(
                "This key may have been copied and is refused. Log in in another way and replace it.");
    }

    public static Message unreadable() {
        return Messages.generic("The answer of the key could not be read. Please try again.");
    }

    /** Used up, too old, or begun by somebody else. */
    public static Message late() {
        return Messages.generic("That took too long, or was answered before. Please try again.");
    }

    static Message taken() {
        return Messages.generic("This key is registered already.");
    }

    static Message noSuchKey() {
        return Messages.generic("There is no such key.");
    }
}
