package dev.bonafide.method.fido;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import java.util.List;

/** Ada and a key of hers. */
public final class KeyFixtures {
    public static final Instant NOON = Instant.parse("2026-11-25T12:00:10Z");
    public static final IdentityId ADA = IdentityId.of("01936f3e-8c00-7000-8000-000000000001");
    public static final Lineage KEY = Lineage.of("6a1f2c1e-0000-4000-8000-00000000000b");
    public static final String NAME = "0f".repeat(32);
    public static final KeyMaterial MATERIAL =
            new KeyMaterial(
                    "AQIDBA",
                    "pQECAyYgASFYIA",
                    "BwcHBw",
                    "Blue key",
                    "AAAAAAAAAAAAAAAAAAAAAA",
                    List.of("usb"),
                    "none");
    public static final Sealed.Fresh SEALED = new Sealed.Fresh(ADA, MATERIAL.text());

    private KeyFixtures() {}

    public static KeyFacts facts(Aal aal, Sealed material) {
        return new KeyFacts(NAME, material, aal, 7, true, false, false);
    }

    public static KeyFacts facts(Aal aal) {
        return facts(aal, SEALED);
    }
}
