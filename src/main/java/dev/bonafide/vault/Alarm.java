package dev.bonafide.vault;

import dev.bonafide.kernel.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Faults that only an operator can mend: an ERROR line with a code that stays, and the exception
 * that answers 503.
 */
final class Alarm {
    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

    private Alarm() {}

    static Unavailable raise(String code, String message) {
        LOG.error("alarm {}: {}", code, message);
        return new Unavailable(message);
    }
}
