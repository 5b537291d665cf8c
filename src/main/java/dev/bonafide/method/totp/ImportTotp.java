package dev.bonafide.method.totp;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An app that was linked elsewhere; in the place of the one held, if any. */
record ImportTotp(IdentityId identity, Lineage lineage, Sealed.Fresh url, Instant now)
        implements CredentialIntent {
    @Override
    public MethodId method() {
        return TotpMethod.ID;
    }

    /** Another app is another credential: what was proved with the old one counts no more. */
    @Override
    public Outcome decide(@Nullable CredentialState held) {
        List<CredentialEvent> events = new ArrayList<>();
        TotpState app = TotpState.of(held);
        if (app != null) {
            events.add(new TotpEvent.Removed(identity, app.lineage(), now));
        }
        events.add(new TotpEvent.Imported(identity, lineage, url, now));
        return new Changed(events, null, false);
    }
}
