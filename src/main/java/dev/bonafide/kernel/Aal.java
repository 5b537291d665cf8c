package dev.bonafide.kernel;

import java.util.Locale;

/**
 * Authenticator assurance level (NIST SP 800-63B section 2). {@code AAL0} means that nothing was
 * proven; on the wire no session ever carries it.
 */
public enum Aal {
    AAL0,
    AAL1,
    AAL2;

    /**
     * The spelling of Kratos' API and of stored events: {@code aal0}, {@code aal1}, {@code aal2}.
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean atLeast(Aal other) {
        return compareTo(other) >= 0;
    }
}
