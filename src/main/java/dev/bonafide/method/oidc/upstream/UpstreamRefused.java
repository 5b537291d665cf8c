package dev.bonafide.method.oidc.upstream;

/**
 * That nothing came of a provider. Stackless; its text is for the operator's log, names no token
 * and no person, and is not shown.
 */
public final class UpstreamRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Failure failure;

    public UpstreamRefused(Failure failure, String detail) {
        super(detail, null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
