package dev.bonafide.method.oidc.outbound;

import java.io.IOException;

/**
 * That a call was not made, or that nothing usable came of it. An {@link IOException} because it
 * passes through libraries that know of no other failure of a call. Its text names hosts and
 * reasons, no tokens.
 */
public final class OutboundRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Whose fault it is. */
    public enum Reason {
        /** The address is none that may be called. */
        FORBIDDEN,
        /** The other server can't be reached, is too slow, or answers too much or nonsense. */
        FAILED,
        /** As many calls are under way as may be. */
        BUSY
    }

    OutboundRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
