package dev.bonafide.method.oidc.mapping;

/** That no identity came of a mapper. The text may quote the mapper, never the claims. */
public final class MappingFailed extends Exception {
    private static final long serialVersionUID = 1L;

    MappingFailed(String problem) {
        super(problem);
    }
}
