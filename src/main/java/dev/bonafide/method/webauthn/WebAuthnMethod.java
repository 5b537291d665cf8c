package dev.bonafide.method.webauthn;

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

/** Security keys. */
public final class WebAuthnMethod implements AuthenticationMethod {
    static final MethodId ID = new MethodId("webauthn");

    private final WebAuthnEvents events = new WebAuthnEvents();
    private final WebAuthnSettings settings;
    private final KeyImport imports;

    WebAuthnMethod(WebAuthnSettings settings, KeyNames names, Entropy entropy) {
        this.settings = settings;
        this.imports = new KeyImport(events, names, entropy, false);
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

    /** Second factors only, as in Kratos (contract clause 6.3): first ones are a way in. */
    @Override
    public List<CredentialEvent> removal(IdentityState.Registered somebody, Instant now) {
        return KeysState.keys(somebody.credential(ID)).stream()
                .filter(key -> !key.first())
                .map(key -> events.removed(somebody.id(), key.lineage(), now))
                .toList();
    }
}
