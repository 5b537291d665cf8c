package dev.bonafide.method.webauthn;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.FactorRemoval;
import dev.bonafide.kernel.EventName;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.fido.Key;
import dev.bonafide.method.fido.KeyFacts;
import dev.bonafide.method.fido.KeyUse;
import dev.bonafide.method.fido.KeysState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to somebody's security keys. */
sealed interface WebAuthnEvent extends CredentialEvent {
    Lineage lineage();

    @Override
    default MethodId method() {
        return WebAuthnMethod.ID;
    }

    /** One was bound. */
    @EventName("webauthn.enrolled")
    record Enrolled(IdentityId identity, Lineage lineage, KeyFacts key, Instant at)
            implements WebAuthnEvent {
        @Override
        public CredentialState apply(@Nullable CredentialState before) {
            return KeysState.plus(method(), before, new Key(lineage, key, at, false, false));
        }
    }

    /**
     * One that was bound elsewhere was brought along.
     *
     * @param addedAt when it was bound there
     * @param copied whether its counter went back there
     */
    @EventName("webauthn.imported")
    record Imported(
            IdentityId identity,
            Lineage lineage,
            KeyFacts key,
            Instant addedAt,
            boolean copied,
            Instant at)
            implements WebAuthnEvent {
        @Override
        public CredentialState apply(@Nullable CredentialState before) {
            return KeysState.plus(method(), before, new Key(lineage, key, addedAt, true, copied));
        }
    }

    /** One was used: each challenge once. */
    @EventName("webauthn.used")
    record Used(IdentityId identity, Lineage lineage, KeyUse use, Instant at)
            implements WebAuthnEvent {
        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return KeysState.changed(before, lineage, use::on);
        }
    }

    /** A counter did not rise: there may be two of it (WebAuthn Level 3 section 6.1.1). */
    @EventName("webauthn.counter-went-back")
    record CounterWentBack(
            IdentityId identity, Lineage lineage, long stored, long received, Instant at)
            implements WebAuthnEvent {
        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return KeysState.changed(before, lineage, Key::suspected);
        }
    }

    /** One was removed, by its owner or an administrator. */
    @EventName("webauthn.removed")
    record Removed(IdentityId identity, Lineage lineage, Instant at)
            implements WebAuthnEvent, FactorRemoval {
        @Override
        public @Nullable CredentialState apply(@Nullable CredentialState before) {
            return KeysState.minus(before, lineage);
        }
    }
}
