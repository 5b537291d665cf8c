package dev.bonafide.kernel;

/**
 * One channel instance over which something was proven: a mailbox, a phone, a key, a set of codes.
 * Two proofs over the same channel never make two factors (NIST SP 800-63B section 2.2). The value
 * is opaque, compared only for equality, and holds no personal data: where the channel is an
 * address it is an HMAC.
 */
public record Channel(String value) {
    public Channel {
        if (value.isEmpty() || value.length() > 200) {
            throw new IllegalArgumentException("a channel has 1 to 200 characters");
        }
    }
}
