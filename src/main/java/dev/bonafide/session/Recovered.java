package dev.bonafide.session;

import java.util.Set;

/**
 * Sessions that have proven nothing but that their holder reads the mailbox or phone by which an
 * account is recovered. They are {@code AAL1} as any other, and may only set a way to log in until
 * something else is proven (ASVS 6.4.3): who reads a mailbox for an hour must not empty an account.
 */
public final class Recovered {
    /** As Kratos names the proofs on the wire (contract clause 1.3). */
    private static final Set<String> PROOFS = Set.of("link_recovery", "code_recovery");

    private Recovered() {}

    /** Whether nothing else that it proved counts. */
    public static boolean is(Standing standing) {
        return standing.counting().stream()
                .allMatch(proof -> PROOFS.contains(proof.method().value()));
    }
}
