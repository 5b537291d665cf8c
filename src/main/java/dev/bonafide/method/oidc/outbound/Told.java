package dev.bonafide.method.oidc.outbound;

/**
 * What came back.
 *
 * @param status no redirect: those are refused
 * @param contentType "" for none
 * @param body whole, in UTF-8
 */
public record Told(int status, String contentType, String body) {
    /** Bodies hold tokens and personal data. */
    @Override
    public String toString() {
        return "Told[" + status + "]";
    }
}
