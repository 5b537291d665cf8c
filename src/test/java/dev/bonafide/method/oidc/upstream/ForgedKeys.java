package dev.bonafide.method.oidc.upstream;

import static dev.bonafide.method.oidc.upstream.FakeProvider.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.List;

/** Keys that no ID token may be signed by, though some of them are published. */
final class ForgedKeys {
    static final RSAKey THEIRS = key("k1", 2048);
    static final RSAKey SHORT = key("short", 1024);
    static final RSAKey FOR_SECRECY =
            new RSAKey.Builder(key("enc", 2048)).keyUse(KeyUse.ENCRYPTION).build();
    static final ECKey CURVE = curve();
    static final OctetSequenceKey SYMMETRIC =
            new OctetSequenceKey.Builder(new byte[32]).keyID("k1").build();

    private ForgedKeys() {}

    /** The provider's own key, and further ones that must not do. */
    static JWKSet published() {
        return new JWKSet(
                List.of(
                        FakeProvider.key().toPublicJWK(),
                        SHORT.toPublicJWK(),
                        FOR_SECRECY.toPublicJWK(),
                        CURVE.toPublicJWK(),
                        SYMMETRIC));
    }

    private static ECKey curve() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
