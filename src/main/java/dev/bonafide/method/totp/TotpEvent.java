package dev.bonafide.method.totp;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.FactorRemoval;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to somebody's authenticator app. */
sealed interface TotpEvent extends CredentialEvent {
    Lineage lineage();

    @Override
    default MethodId method() {
        return TotpMethod.ID;
    }

    /**
     * An app was linked, and showed with a code that it holds the secret.
     *
     * @param url the {@code otpauth://} address with secret and parameters
     * @param step the time step of that code, used with it
     */
    @EventName("totp.enrolled")
    record Enrolled(IdentityId identity, Lineage lineage, Sealed url, long step, Instant at)
            implements TotpEvent {
        @Override
        public CredentialState apply(@Nullable CredentialState before) {
            return new TotpState(lineage, url, step);
        }
    }

    /**
     * An app that was linked elsewhere.
     *
     * @param url the {@code otpauth://} address with secret and parameters
     */
    @EventName("totp.imported")
    record Imported(IdentityId identity, Lineage lineage, Sealed url, Instant at)
            implements TotpEvent {
        @Override
        public CredentialState apply(@Nullable CredentialState before) {
            return new TotpState(lineage, url, 0);
        }
    }

    /** The code of a time step was accepted: neither it nor an earlier one ever is again. */
    @EventName("totp.used")
    record Used(IdentityId identity, Lineage lineage, long step, Instant at) implements TotpEvent {
        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return before instanceof TotpState app ? app.used(step) : before;
        }
    }

    /** The app was unlinked, by its owner or an administrator. */
    @EventName("totp.removed")
    record Removed(IdentityId identity, Lineage lineage, Instant at)
            implements TotpEvent, FactorRemoval {
        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return null;
        }
    }
}
