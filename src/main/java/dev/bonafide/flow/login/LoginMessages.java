package dev.bonafide.flow.login;

import dev.bonafide.flow.Flow;
import dev.bonafide.kernel.Aal;
import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What login flows say beside what methods say; numbers of contract section 5. */
final class LoginMessages {
    private LoginMessages() {}

    /**
     * What a form says before anything was sent.
     *
     * @param reached whether the session has the level already
     */
    static List<Message> opening(Flow flow, boolean reached) {
        if (!flow.says().isEmpty()) {
            return List.of();
        }
        List<Message> says = new ArrayList<>();
        if (flow.asked().refresh()) {
            says.add(refresh());
        }
        if (flow.asked().requested() == Aal.AAL2 && !reached) {
            says.add(secondFactor());
        }
        return says;
    }

    private static Message refresh() {
        return Message.info(1010003, "Please confirm this action by verifying that it is you.");
    }

    private static Message secondFactor() {
        return Message.info(1010004, "Please complete the second authentication challenge.");
    }

    static Message alreadyLoggedIn() {
        return Messages.generic("A valid session was detected and thus login is not possible.");
    }

    static Message expired(Instant at) {
        return Message.error(4010001, "The login flow expired. Please try again.")
                .with("expired_at", at.toString())
                .with("expired_at_unix", at.getEpochSecond());
    }

    static Message noStrategy() {
        return Message.error(
                4010002, "No method to log in was chosen, or it can't be used in this flow.");
    }

    /** Kratos says it of an empty field, too; here of that alone: nobody is told who exists. */
    static Message nameMissing() {
        return Message.error(4000037, "Please enter what you log in with.");
    }

    static Message identityDisabled() {
        return Message.error(4010011, "This account was disabled.");
    }

    /** Somebody else logged in than the owner of the account that was to be linked. */
    static Message linkedElsewhere() {
        return Message.error(
                4010009,
                "This is not the account that has this address. Please sign in to that one, or begin anew.");
    }

    /** The same for right and wrong guesses and for identifiers that are nobody's. */
    static Message waiting(Instant now, Instant until) {
        return Messages.generic(
                "Too many attempts failed. Please try again in "
                        + seconds(now, until)
                        + " seconds.");
    }

    static Message methodDisabled() {
        return Messages.generic(
                "This method was disabled after too many failed attempts. Use another one and set it up"
                        + " anew, or ask an administrator.");
    }

    /** Whole seconds to wait, rounded up. */
    static long seconds(Instant now, Instant until) {
        return Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
    }
}
