package dev.bonafide.method.webauthn;

import dev.bonafide.kernel.Aal;
import dev.bonafide.method.fido.KeyEventContract;

class WebAuthnEventTest extends KeyEventContract<WebAuthnEvents> {
    WebAuthnEventTest() {
        super(new WebAuthnEvents(), Aal.AAL2);
    }
}
