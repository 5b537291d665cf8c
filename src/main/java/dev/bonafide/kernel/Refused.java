package dev.bonafide.kernel;

/**
 * A rule that was broken and that leaves no trace in the log: stackless, with a code that stays for
 * ever ({@code area.reason}) and no secret in its text. Only {@code http} turns it into an answer.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public Refused(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
