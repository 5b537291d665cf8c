package dev.bonafide.identity;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Channel;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import java.util.Set;
import java.util.UUID;

/** A password, a passkey, an app and a set of codes, by name and number. */
final class Factors {
    static final MethodId PASSWORD = new MethodId("password");
    static final MethodId PASSKEY = new MethodId("passkey");
    static final MethodId APP = new MethodId("totp");

    private Factors() {}

    static Factor password() {
        return factor(PASSWORD, Aal.AAL1, 1);
    }

    static Factor passkey() {
        return factor(PASSKEY, Aal.AAL1, 2);
    }

    static Factor app() {
        return factor(APP, Aal.AAL2, 3);
    }

    static Factor factor(MethodId method, Aal aal, int number) {
        Lineage lineage = new Lineage(new UUID(0x4000, 0x8000_0000_0000_0000L + number));
        return new Factor(method, lineage, aal, Set.of(new Channel(method.value())), true);
    }
}
