package dev.bonafide.method.totp;

import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A linked app.
 *
 * @param url the {@code otpauth://} address with secret and parameters
 * @param lastStep the last time step whose code was accepted
 */
record TotpState(Lineage lineage, Sealed url, long lastStep) implements CredentialState {
    static @Nullable TotpState of(@Nullable CredentialState held) {
        return held instanceof TotpState app ? app : null;
    }

    /** The channel of an app is its credential: two apps in a row are two channels. */
    static Channel channel(Lineage lineage) {
        return new Channel("totp:" + lineage);
    }

    TotpState used(long step) {
        return new TotpState(lineage, url, step);
    }

    @Override
    public List<Factor> factors() {
        return List.of(
                new Factor(TotpMethod.ID, lineage, Aal.AAL2, Set.of(channel(lineage)), true));
    }
}
