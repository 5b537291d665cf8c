package dev.bonafide.method.totp;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.CredentialIntent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A code posted where an app is linked already: succeeds and changes nothing (clause 3.3). */
record KeepTotp() implements CredentialIntent {
    @Override
    public MethodId method() {
        return TotpMethod.ID;
    }

    @Override
    public Outcome decide(@Nullable CredentialState held) {
        return new Changed(List.of(), null, false);
    }
}
