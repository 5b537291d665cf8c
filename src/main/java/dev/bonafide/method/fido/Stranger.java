package dev.bonafide.method.fido;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.Sealed;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A key that nobody has, for answers about nobody: they take as long as others, and are as wrong
 * (WS-11).
 */
final class Stranger {
    /** The base point of P-256 (FIPS 186-5, SP 800-186 section 3.2.1.3) as COSE_Key. */
    private static final String COSE =
            "a5010203262001215820"
                    + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                    + "225820"
                    + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";

    private static final UUID NOBODY = new UUID(0, 0);

    private Stranger() {}

    /** Under any id, with the handle that the answer is to have. */
    static OpenKey key(String credentialId, String handle) {
        KeyMaterial material =
                new KeyMaterial(
                        credentialId,
                        Bytes.text(HexFormat.of().parseHex(COSE)),
                        handle,
                        "",
                        "",
                        List.of(),
                        "none");
        KeyFacts facts =
                new KeyFacts(
                        HexFormat.of().formatHex(Hashes.sha256(Bytes.of(credentialId))),
                        new Sealed.Fresh(new IdentityId(NOBODY), ""),
                        Aal.AAL1,
                        0,
                        false,
                        null,
                        false);
        Key key = new Key(new Lineage(NOBODY), facts, Instant.EPOCH, false, false);
        return new OpenKey(key, material);
    }
}
