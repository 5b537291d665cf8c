package dev.bonafide.method.passkey;

import dev.bonafide.method.Message;

/** What this method says, by the numbers of contract section 5. */
final class PasskeyTexts {
    private PasskeyTexts() {}

    static Message signIn() {
        return Message.info(1010021, "Sign in with a passkey");
    }

    static Message signUp() {
        return Message.info(1040007, "Sign up with a passkey");
    }

    static Message add() {
        return Message.info(1050019, "Add passkey");
    }

    static Message remove(String name) {
        return Message.info(1050020, "Remove passkey \"" + name + "\"").with("display_name", name);
    }
}
