package dev.bonafide.method.webauthn;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.log.EventTypes;
import dev.bonafide.method.fido.Key;
import dev.bonafide.method.fido.KeyEvents;
import dev.bonafide.method.fido.KeyFacts;
import dev.bonafide.method.fido.KeyUse;
import java.time.Instant;
import java.util.List;

/** The events of this folder, for the log and for the rules. */
public final class WebAuthnEvents implements EventTypes, KeyEvents {
    static final WebAuthnEvents ALL = new WebAuthnEvents();

    @Override
    public List<Class<?>> events() {
        return List.of(WebAuthnEvent.class.getPermittedSubclasses());
    }

    @Override
    public MethodId method() {
        return WebAuthnMethod.ID;
    }

    @Override
    public CredentialEvent enrolled(
            IdentityId identity, Lineage lineage, KeyFacts key, Instant at) {
        return new WebAuthnEvent.Enrolled(identity, lineage, key, at);
    }

    @Override
    public CredentialEvent imported(IdentityId identity, Key key, Instant at) {
        return new WebAuthnEvent.Imported(
                identity, key.lineage(), key.facts(), key.addedAt(), key.copied(), at);
    }

    @Override
    public CredentialEvent used(IdentityId identity, Lineage lineage, KeyUse use, Instant at) {
        return new WebAuthnEvent.Used(identity, lineage, use, at);
    }

    @Override
    public CredentialEvent counterWentBack(
            IdentityId identity, Lineage lineage, long stored, long received, Instant at) {
        return new WebAuthnEvent.CounterWentBack(identity, lineage, stored, received, at);
    }

    @Override
    public CredentialEvent removed(IdentityId identity, Lineage lineage, Instant at) {
        return new WebAuthnEvent.Removed(identity, lineage, at);
    }
}
