package dev.bonafide.method.lookup;

import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What this method says, by the numbers of contract section 5; our own is the last. */
final class LookupTexts {
    private LookupTexts() {}

    static Message codeField() {
        return Message.info(1010007, "Backup code");
    }

    static Message useCode() {
        return Message.info(1010010, "Use backup code");
    }

    static Message reveal() {
        return Message.info(1050007, "Show backup codes");
    }

    static Message regenerate() {
        return Message.info(1050008, "Generate new backup codes");
    }

    static Message codesLabel() {
        return Message.info(1050010, "Your backup codes. Keep them in a safe place.");
    }

    static Message confirm() {
        return Message.info(1050011, "I have kept the backup codes");
    }

    static Message disable() {
        return Message.info(1050016, "Disable backup codes");
    }

    /** One code, not used. */
    static Message code(String code) {
        return Message.info(1050009, code).with("secret", code);
    }

    /** One code, used; to the second, as in Kratos. */
    static Message usedCode(Instant at) {
        Instant rounded = at.plusMillis(500).truncatedTo(ChronoUnit.SECONDS);
        return Message.info(1050014, "Used at " + rounded)
                .with("used_at", rounded.toString())
                .with("used_at_unix", rounded.getEpochSecond());
    }

    /** A whole set, from the messages of its codes. */
    static Message list(List<Message> codes) {
        List<String> words = new ArrayList<>();
        codes.forEach(code -> words.add(code.id() == 1050009 ? code.text() : "used"));
        return Message.info(1050015, String.join(", ", words)).with("secrets", codes);
    }

    static Message used() {
        return Message.error(4000012, "This backup code was already used.");
    }

    static Message notSetUp() {
        return Message.error(4000014, "No backup codes are set up.");
    }

    static Message wrong() {
        return Message.error(4000016, "The backup code is wrong.");
    }

    static Message nothingPending() {
        return Messages.generic("There are no new backup codes to confirm. Generate some first.");
    }

    static Message nothingToShow() {
        return Messages.generic("Backup codes are shown only once. Generate new ones instead.");
    }

    static Message noAction() {
        return Messages.generic("Say what to do with the backup codes.");
    }

    /**
     * How many codes are left. Kratos has no such message: 1059001 is far from the numbers that it
     * counts up.
     */
    static Message remaining(int left, int total) {
        return Message.info(1059001, left + " of " + total + " backup codes are left.")
                .with("remaining", left)
                .with("total", total);
    }
}
