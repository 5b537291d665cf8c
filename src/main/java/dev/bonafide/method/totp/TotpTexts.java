package dev.bonafide.method.totp;

import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;

/** What this method says, by the numbers of contract section 5. */
final class TotpTexts {
    private TotpTexts() {}

    static Message codeField() {
        return Message.info(1010006, "Code of your authenticator app");
    }

    static Message useApp() {
        return Message.info(1010009, "Use authenticator app");
    }

    static Message unlink() {
        return Message.info(1050004, "Unlink authenticator app");
    }

    static Message qrCode() {
        return Message.info(1050005, "QR code to scan with your authenticator app");
    }

    static Message secret(String secret) {
        return Message.info(1050006, secret).with("secret", secret);
    }

    static Message secretLabel() {
        return Message.info(1050017, "The same as text, for apps that can't scan the QR code");
    }

    /**
     * The same for a wrong code and for one used before, so that neither is told from the other.
     */
    static Message wrong() {
        return Message.error(
                4000008,
                "The code is wrong or was already used. Wait for the next code and try again.");
    }

    static Message notSetUp() {
        return Message.error(4000011, "No authenticator app is set up.");
    }

    /** The secret on the page is another session's, or was used up. */
    static Message nothingPending() {
        return Messages.generic("There is no secret to link here. Open the settings anew.");
    }

    static FieldProblem codeMissing() {
        return FieldProblem.at(TotpCode.FIELD, Messages.missing(TotpCode.FIELD));
    }
}
