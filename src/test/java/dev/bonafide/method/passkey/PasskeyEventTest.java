package dev.bonafide.method.passkey;

import dev.bonafide.kernel.Aal;
import dev.bonafide.method.fido.KeyEventContract;

class PasskeyEventTest extends KeyEventContract<PasskeyEvents> {
    PasskeyEventTest() {
        super(new PasskeyEvents(), Aal.AAL1);
    }
}
