package dev.bonafide.method.passkey;

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
public final class PasskeyEvents implements EventTypes, KeyEvents {
    static final PasskeyEvents ALL = new PasskeyEvents();

    @Override
    public List<Class<?>> events() {
        return List.of(PasskeyEvent.class.getPermittedSubclasses());
    }

    @Override
    public MethodId method() {
        return PasskeyMethod.ID;
    }

    @Override
    public CredentialEvent enrolled(
            IdentityId identity, Lineage lineage, KeyFacts key, Instant at) {
        return new PasskeyEvent.Enrolled(identity, lineage, key, at);
    }

    @Override
    public CredentialEvent imported(IdentityId identity, Key key, Instant at) {
        return new PasskeyEvent.Imported(
                identity, key.lineage(), key.facts(), key.addedAt(), key.copied(), at);
    }

    @Override
    public CredentialEvent used(IdentityId identity, Lineage lineage, KeyUse use, Instant at) {
        return new PasskeyEvent.Used(identity, lineage, use, at);
    }

    @Override
    public CredentialEvent counterWentBack(
            IdentityId identity, Lineage lineage, long stored, long received, Instant at) {
        return new PasskeyEvent.CounterWentBack(identity, lineage, stored, received, at);
    }

    @Override
    public CredentialEvent removed(IdentityId identity, Lineage lineage, Instant at) {
        return new PasskeyEvent.Removed(identity, lineage, at);
    }
}
