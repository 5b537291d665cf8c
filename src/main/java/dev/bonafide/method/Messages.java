package dev.bonafide.method;

/**
 * Messages that more than one method or flow says; those of one method live in its folder. Numbers
 * are those of contract section 5.
 */
public final class Messages {
    private Messages() {}

    /** The catch-all: {@code reason} is also its text. */
    public static Message generic(String reason) {
        return Message.error(4000001, reason).with("reason", reason);
    }

    public static Message missing(String property) {
        return Message.error(4000002, "Property " + property + " is missing.")
                .with("property", property);
    }

    public static Message tooShort(int least, int actual) {
        return Message.error(
                        4000003, "Length must be at least " + least + ", but is " + actual + ".")
                .with("min_length", least)
                .with("actual_length", actual);
    }

    /** Identical for every reason for which a first factor may be wrong. */
    public static Message wrongCredentials() {
        return Message.error(
                4000006, "The credentials are wrong. Check for spelling mistakes and try again.");
    }

    public static Message identifierTaken() {
        return Message.error(4000007, "An account with the same identifier exists already.");
    }

    public static Message saved() {
        return Message.success(1050001, "Your changes have been saved.");
    }

    public static Message verifyButton() {
        return Message.info(1010005, "Verify");
    }

    public static Message idField() {
        return Message.info(1070004, "ID");
    }

    public static Message passwordField() {
        return Message.info(1070001, "Password");
    }

    public static Message saveButton() {
        return Message.info(1070003, "Save");
    }

    public static Message verifyCodeField() {
        return Message.info(1070006, "Verify code");
    }

    public static Message continueButton() {
        return Message.info(1070009, "Continue");
    }

    /** The schema's own title of a trait. */
    public static Message traitTitle(String title, String name) {
        return Message.info(1070002, title).with("title", title).with("name", name);
    }
}
