package dev.bonafide.method.oidc.upstream;

import static dev.bonafide.method.oidc.upstream.FakeProvider.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What forgers make of a good token's claims. */
final class Forgeries {
    private Forgeries() {}

    /** A forged token of the claims that a good one would have. */
    interface Forgery {
        String of(JWTClaimsSet good);
    }

    static Map<String, Forgery> all() {
        Map<String, Forgery> all = new LinkedHashMap<>();
        signatures(all);
        headers(all);
        shapes(all);
        all.putAll(ForgedClaims.all());
        return all;
    }

    private static void signatures(Map<String, Forgery> all) {
        all.put(
                "signed by a key of the forger's with the same id",
                good -> rsa(good, ForgedKeys.THEIRS));
        all.put("alg none", good -> new PlainJWT(good).serialize());
        all.put("alg none in an envelope of three parts", good -> none(good, "none"));
        all.put("alg None", good -> none(good, "None"));
        all.put("HS256 with the public key in DER", good -> mac(good, publicKey()));
        all.put("HS256 with the public key in PEM", good -> mac(good, pem()));
        all.put("HS256 with a symmetric key that is published", good -> mac(good, new byte[32]));
        all.put("HS256 with the client's secret", good -> mac(good, bytes(FakeProvider.SECRET)));
        all.put(
                "RS512, which the provider doesn't use",
                good -> rsa(good, FakeProvider.key(), JWSAlgorithm.RS512));
        all.put(
                "PS256, which the provider doesn't use",
                good -> rsa(good, FakeProvider.key(), JWSAlgorithm.PS256));
        all.put("ES256 by a published key, which the provider doesn't use", Forgeries::ec);
        all.put("a published key of 1024 bits", good -> rsa(good, ForgedKeys.SHORT));
        all.put("a published key for encryption", good -> rsa(good, ForgedKeys.FOR_SECRECY));
        all.put("no signature", good -> cut(genuine(good)) + ".");
        all.put("a flipped bit in the signature", good -> flipped(genuine(good)));
        all.put(
                "the signature of other claims",
                good ->
                        cut(genuine(with(good, Map.of("sub", "victim"))))
                                + genuine(good).substring(genuine(good).lastIndexOf('.')));
    }

    private static void headers(Map<String, Forgery> all) {
        all.put(
                "jwk in the header",
                good -> header(good, h -> h.jwk(ForgedKeys.THEIRS.toPublicJWK())));
        all.put(
                "jku in the header",
                good -> header(good, h -> h.jwkURL(URI.create("https://evil.example/jwks"))));
        all.put(
                "x5u in the header",
                good -> header(good, h -> h.x509CertURL(URI.create("https://evil.example/c"))));
        all.put(
                "x5c in the header",
                good -> header(good, h -> h.x509CertChain(List.of(Base64.encode(publicKey())))));
        all.put(
                "an unknown key id",
                good -> rsa(good, new RSAKey.Builder(ForgedKeys.THEIRS).keyID("k9").build()));
        all.put(
                "an unknown critical header",
                good -> signed(good, h -> h.criticalParams(Set.of("exp")).customParam("exp", 1)));
        all.put("an access token", good -> signed(good, h -> h.type(new JOSEObjectType("at+jwt"))));
        all.put(
                "a logout token",
                good -> signed(good, h -> h.type(new JOSEObjectType("logout+jwt"))));
    }

    private static void shapes(Map<String, Forgery> all) {
        all.put("nothing", good -> "");
        all.put("two parts", good -> cut(genuine(good)));
        all.put("five parts", good -> genuine(good) + ".AAAA.AAAA");
        all.put("claims that are no JSON", good -> raw("{\"sub\":"));
        all.put("claims that are a list", good -> raw("[1]"));
        all.put(
                "a token of a megabyte's tenth",
                good -> genuine(with(good, Map.of("x", "x".repeat(100_000)))));
    }

    /** With these claims; null takes one away. */
    static JWTClaimsSet with(JWTClaimsSet good, Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> claims = new HashMap<>(good.getClaims());
        claims.putAll(changes);
        JWTClaimsSet.Builder made = new JWTClaimsSet.Builder();
        claims.forEach(made::claim);
        return made.build();
    }

    static String genuine(JWTClaimsSet claims) {
        return rsa(claims, FakeProvider.key());
    }

    private static String rsa(JWTClaimsSet claims, RSAKey key) {
        return rsa(claims, key, JWSAlgorithm.RS256);
    }

    private static String rsa(JWTClaimsSet claims, RSAKey key, JWSAlgorithm algorithm) {
        return FakeProvider.signed(claims, key, algorithm);
    }

    private static String none(JWTClaimsSet claims, String word) {
        return Base64URL.encode("{\"alg\":\"" + word + "\",\"kid\":\"k1\"}")
                + "."
                + claims.toPayload().toBase64URL()
                + ".AA";
    }

    private static String mac(JWTClaimsSet claims, byte[] secret) {
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims);
        try {
            jwt.sign(new MACSigner(Arrays.copyOf(secret, Math.max(32, secret.length))));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static String ec(JWTClaimsSet claims) {
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(), claims);
        try {
            jwt.sign(new ECDSASigner(ForgedKeys.CURVE));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** Signed by the forger, whose key the header offers. */
    private static String header(JWTClaimsSet claims, UnaryOperator<JWSHeader.Builder> change) {
        return signed(claims, ForgedKeys.THEIRS, change);
    }

    /** Signed by the provider. */
    private static String signed(JWTClaimsSet claims, UnaryOperator<JWSHeader.Builder> change) {
        return signed(claims, FakeProvider.key(), change);
    }

    private static String signed(
            JWTClaimsSet claims, RSAKey key, UnaryOperator<JWSHeader.Builder> change) {
        JWSHeader header =
                change.apply(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1")).build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new RSASSASigner(key.toRSAPrivateKey(), Set.of()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static String raw(String payload) {
        try {
            var object =
                    new JWSObject(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
                            new Payload(payload));
            object.sign(new RSASSASigner(FakeProvider.key().toRSAPrivateKey()));
            return object.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cut(String token) {
        return token.substring(0, token.lastIndexOf('.'));
    }

    private static String flipped(String token) {
        int middle = (token.lastIndexOf('.') + token.length()) / 2;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }

    private static byte[] publicKey() {
        try {
            return FakeProvider.key().toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pem() {
        return bytes(
                "-----BEGIN PUBLIC KEY-----\n"
                        + java.util.Base64.getMimeEncoder().encodeToString(publicKey())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
