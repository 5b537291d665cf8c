package dev.bonafide.method.password;

import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What only this method says. Numbers: contract section 5. */
final class PasswordMessages {
    private PasswordMessages() {}

    static Message signIn() {
        return Message.info(1010022, "Sign in with password");
    }

    static Message confirm() {
        return Message.info(1010001, "Sign in");
    }

    static Message signUp() {
        return Message.info(1040001, "Sign up");
    }

    static Message noIdentifier() {
        return Message.error(4000009, "There is nothing in the form to sign in with later.");
    }

    static Message noText(JsonNode value) {
        String actual = value.getNodeType().name().toLowerCase(Locale.ROOT);
        return Message.error(4000026, "A text is expected, but this is of type " + actual + ".")
                .with("allowed_types", List.of("string"))
                .with("actual_type", actual);
    }

    static Message noUnicode() {
        return Messages.generic("The password has characters that are no text.");
    }

    static Message similar() {
        return Message.error(4000031, "The password is too similar to something known about you.");
    }

    static Message tooShort(int least, int actual) {
        return Message.error(
                        4000032,
                        "The password must have at least "
                                + least
                                + " characters, but has "
                                + actual
                                + ".")
                .with("min_length", least)
                .with("actual_length", actual);
    }

    static Message tooLong(int most, int actual) {
        return Message.error(
                        4000033,
                        "The password may have at most " + most + " bytes, but has " + actual + ".")
                .with("max_length", most)
                .with("actual_length", actual);
    }

    static Message common() {
        return Message.error(
                4000034, "The password is one of those that are tried first. Choose another.");
    }

    static Message sameAsOld() {
        return Message.error(4000039, "The new password must differ from the old one.");
    }
}
