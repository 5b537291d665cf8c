package dev.bonafide.method.oidc;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.RegistrationPart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links an account that was proven. */
record LinkAccount(IdentityId identity, Lineage lineage, Vouched proven, Instant now)
        implements CredentialIntent {
    @Override
    public MethodId method() {
        return OidcMethod.ID;
    }

    /** Its owner's own account, linked before, is nothing to be changed. */
    @Override
    public Outcome decide(@Nullable CredentialState held) {
        return OidcState.byName(held, proven.name())
                .map(linked -> new Changed(List.of(), proven.given(linked), false))
                .orElseGet(() -> new Changed(List.of(linked()), proven.given(account()), false));
    }

    /** Nobody is told whose it is. */
    @Override
    public FieldProblem taken() {
        return FieldProblem.global(OidcTexts.linkedElsewhere());
    }

    private OidcEvent linked() {
        return new OidcEvent.Enrolled(identity, lineage, proven.facts(identity), now);
    }

    private Linked account() {
        return new Linked(lineage, proven.facts(identity), now, false);
    }

    /** As the first credential of somebody new. */
    RegistrationPart.Enrolment enrolment() {
        return new RegistrationPart.Enrolment(List.of(linked()), proven.given(account()));
    }
}
