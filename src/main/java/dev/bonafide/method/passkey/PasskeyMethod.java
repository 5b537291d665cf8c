package dev.bonafide.method.passkey;

import dev.bonafide.identity.CredentialEvent;
import dev.bonafide.identity.IdentityState;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.ImportPart;
import dev.bonafide.method.fido.KeyImport;
import dev.bonafide.method.fido.KeyNames;
import dev.bonafide.method.fido.KeysState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passkeys. */
public final class PasskeyMethod implements AuthenticationMethod {
    static final MethodId ID = new MethodId("passkey");

    private final PasskeyEvents events = new PasskeyEvents();
    private final PasskeySettings settings;
    private final KeyImport imports;

    PasskeyMethod(PasskeySettings settings, KeyNames names, Entropy entropy) {
        this.settings = settings;
        this.imports = new KeyImport(events, names, entropy, true);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public boolean enabled() {
        return settings.enabled();
    }

    @Override
    public Optional<ImportPart> imports() {
        return Optional.of(imports);
    }

    @Override
    public List<CredentialEvent> removal(IdentityState.Registered somebody, Instant now) {
        return KeysState.keys(somebody.credential(ID)).stream()
                .map(key -> events.removed(somebody.id(), key.lineage(), now))
                .toList();
    }
}
