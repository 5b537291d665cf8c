package dev.bonafide.method.webauthn;

import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;

/** What this method says, by the numbers of contract section 5. */
final class WebAuthnTexts {
    private WebAuthnTexts() {}

    static Message signIn() {
        return Message.info(1010008, "Sign in with a security key");
    }

    static Message getReady() {
        return Message.info(
                1010012, "Get your security key ready (plug it in, or take the device) and go on.");
    }

    static Message goOn() {
        return Message.info(1010013, "Continue");
    }

    static Message signUp() {
        return Message.info(1040004, "Sign up with a security key");
    }

    static Message add() {
        return Message.info(1050012, "Add security key");
    }

    static Message name() {
        return Message.info(1050013, "Name of the security key");
    }

    static Message remove(String name) {
        return Message.info(1050018, "Remove security key \"" + name + "\"")
                .with("display_name", name);
    }

    static Message none() {
        return Message.error(4000013, "No security key is set up.");
    }

    static FieldProblem nameMissing() {
        return FieldProblem.at(Fields.NAME, Messages.missing(Fields.NAME));
    }

    static FieldProblem identifierMissing() {
        return FieldProblem.at(Fields.IDENTIFIER, Messages.missing(Fields.IDENTIFIER));
    }
}
