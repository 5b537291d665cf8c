package dev.bonafide.method.fido;

import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.Optional;

/** Which public keys are sound (WR-12). */
final class PublicKeys {
    private static final int RSA_BITS_MIN = 2048;
    private static final int RSA_BITS_MAX = 8192;

    private PublicKeys() {}

    /** Why a COSE_Key can't be used; empty where it can. */
    static Optional<String> problem(byte[] cose) {
        try {
            return problem(parsed(cose));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // The library throws what its parsers throw; whatever it is, this is no key.
            return Optional.of("is no COSE key of an algorithm that is known here");
        }
    }

    private static PublicKey parsed(byte[] cose) throws GeneralSecurityException, IOException {
        ByteArray any = new ByteArray(new byte[] {0});
        return RegisteredCredential.builder()
                .credentialId(any)
                .userHandle(any)
                .publicKeyCose(new ByteArray(cose))
                .build()
                .getParsedPublicKey();
    }

    private static Optional<String> problem(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec when !onCurve(ec) -> Optional.of("is a point beside its curve");
            case ECPublicKey _, EdECPublicKey _ -> Optional.empty();
            case RSAPublicKey rsa when !sound(rsa) ->
                    Optional.of("is an RSA key below 2048 bits or without a usable exponent");
            case RSAPublicKey _ -> Optional.empty();
            default -> Optional.of("is of an algorithm that is not known here");
        };
    }

    private static boolean sound(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        BigInteger exponent = key.getPublicExponent();
        return bits >= RSA_BITS_MIN
                && bits <= RSA_BITS_MAX
                && exponent.testBit(0)
                && exponent.compareTo(BigInteger.ONE) > 0;
    }

    /** The JDK takes any two coordinates; a point beside the curve signs for nobody's key. */
    private static boolean onCurve(ECPublicKey key) {
        EllipticCurve curve = key.getParams().getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        ECPoint point = key.getW();
        if (point.equals(ECPoint.POINT_INFINITY)
                || outside(point.getAffineX(), p)
                || outside(point.getAffineY(), p)) {
            return false;
        }
        BigInteger x = point.getAffineX();
        BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return point.getAffineY().pow(2).subtract(right).mod(p).signum() == 0;
    }

    private static boolean outside(BigInteger coordinate, BigInteger p) {
        return coordinate.signum() < 0 || coordinate.compareTo(p) >= 0;
    }
}
