package dev.bonafide.flow.registration;

import dev.bonafide.method.Message;
import java.time.Instant;

/** What registration flows say beside what methods say; numbers of contract section 5. */
final class RegistrationMessages {
    private RegistrationMessages() {}

    static Message signUp() {
        return Message.info(1040001, "Sign up");
    }

    static Message back() {
        return Message.info(1040008, "Back");
    }

    static Message chooseCredential() {
        return Message.info(
                1040009, "Please choose how you want to prove that it is you from now on.");
    }

    static Message expired(Instant at) {
        return Message.error(4040001, "The registration flow expired. Please try again.")
                .with("expired_at", at.toString())
                .with("expired_at_unix", at.getEpochSecond());
    }

    static Message noStrategy() {
        return Message.error(
                4010003, "No method to sign up was chosen, or it can't be used in this flow.");
    }
}
