package dev.bonafide.method.oidc;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.method.Evidence;
import dev.bonafide.method.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a provider vouched for an account: worth something as long as that account is linked. There
 * is nothing in it to guess, so nothing is ever counted.
 */
record UpstreamProof(Vouched proven) implements Evidence {
    @Override
    public Verdict judge(@Nullable CredentialState held) {
        return OidcState.byName(held, proven.name())
                .<Verdict>map(linked -> new Accepted(List.of(), proven.given(linked)))
                .orElseGet(() -> new Moot(FieldProblem.global(OidcTexts.notLinked())));
    }
}
