package dev.bonafide.method.fido;

import dev.bonafide.kernel.Hashes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An authenticator of our own (WebAuthn Level 3 section 6): one ES256 key, a counter, attestation
 * "none". It does what a {@link Ceremony} says, also what no browser would let it.
 */
public final class SoftAuthenticator {
    private static final int ATTESTED = 0x40;

    private final KeyPair pair;
    private final byte[] id;
    private byte[] userHandle = new byte[0];
    private long count;

    public SoftAuthenticator() {
        this(random(32));
    }

    SoftAuthenticator(byte[] id) {
        this.id = id.clone();
        this.pair = pair();
    }

    /** The credential id, base64url. */
    public String id() {
        return text(id);
    }

    public SoftAuthenticator of(byte[] handle) {
        userHandle = handle.clone();
        return this;
    }

    public byte[] userHandle() {
        return userHandle.clone();
    }

    public SoftAuthenticator counting(long from) {
        count = from;
        return this;
    }

    /** The public key as COSE_Key (RFC 9053 section 7.1.1). */
    public byte[] cose() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return new Cbor()
                .map(5)
                .number(1)
                .number(2)
                .number(3)
                .number(-7)
                .number(-1)
                .number(1)
                .number(-2)
                .bytes(coordinate(key.getW().getAffineX().toByteArray()))
                .number(-3)
                .bytes(coordinate(key.getW().getAffineY().toByteArray()))
                .written();
    }

    /** Answers {@code navigator.credentials.create}, as JSON. */
    public String create(Ceremony asked) {
        byte[] authData = data(asked, asked.flags() | ATTESTED, attested());
        byte[] object =
                new Cbor()
                        .map(3)
                        .text("fmt")
                        .text("none")
                        .text("attStmt")
                        .map(0)
                        .text("authData")
                        .bytes(authData)
                        .written();
        ObjectNode response = JsonMapper.shared().createObjectNode();
        response.put("clientDataJSON", text(clientData(asked, "webauthn.create")));
        response.put("attestationObject", text(object));
        response.putArray("transports").add("usb");
        return credential(response);
    }

    /** Answers {@code navigator.credentials.get}, as JSON. */
    public String get(Ceremony asked) {
        byte[] clientData = clientData(asked, "webauthn.get");
        byte[] authData = data(asked, asked.flags(), new byte[0]);
        ObjectNode response = JsonMapper.shared().createObjectNode();
        response.put("clientDataJSON", text(clientData));
        response.put("authenticatorData", text(authData));
        response.put("signature", text(signed(authData, Hashes.sha256(clientData))));
        if (userHandle.length > 0) {
            response.put("userHandle", text(userHandle));
        }
        return credential(response);
    }

    private String credential(ObjectNode response) {
        ObjectNode credential = JsonMapper.shared().createObjectNode();
        credential.put("id", text(id));
        credential.put("rawId", text(id));
        credential.put("type", "public-key");
        credential.set("response", response);
        credential.putObject("clientExtensionResults");
        return credential.toString();
    }

    private byte[] data(Ceremony asked, int flags, byte[] more) {
        count = count == 0 && !asked.counts() ? 0 : count + 1;
        byte[] rp = Hashes.sha256(asked.rpId().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(37 + more.length)
                .put(rp)
                .put((byte) flags)
                .putInt((int) count)
                .put(more)
                .array();
    }

    private byte[] attested() {
        byte[] cose = cose();
        return ByteBuffer.allocate(18 + id.length + cose.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose)
                .array();
    }

    private static byte[] clientData(Ceremony asked, String type) {
        ObjectNode data = JsonMapper.shared().createObjectNode();
        data.put("type", asked.type().isEmpty() ? type : asked.type());
        data.put("challenge", asked.challenge());
        data.put("origin", asked.origin());
        data.put("crossOrigin", asked.crossOrigin());
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] signed(byte[]... parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] coordinate(byte[] number) {
        byte[] wide = new byte[32];
        int length = Math.min(number.length, wide.length);
        System.arraycopy(number, number.length - length, wide, wide.length - length, length);
        return wide;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Arrays.copyOf(bytes, length);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * What the browser tells the authenticator, and what it does.
     *
     * @param challenge base64url
     * @param type instead of the usual one; "" for the usual one
     * @param flags bit 0 person present, 2 verified, 3 backup eligible, 4 backed up
     * @param counts whether a counter that is 0 begins to count
     */
    public record Ceremony(
            String challenge,
            String rpId,
            String origin,
            String type,
            boolean crossOrigin,
            int flags,
            boolean counts) {
        public static final int PRESENT = 1;
        public static final int VERIFIED = 4;

        public static Ceremony of(String challenge, String rpId, String origin) {
            return new Ceremony(challenge, rpId, origin, "", false, PRESENT | VERIFIED, true);
        }

        public Ceremony at(String elsewhere) {
            return new Ceremony(challenge, rpId, elsewhere, type, crossOrigin, flags, counts);
        }

        public Ceremony as(String other) {
            return new Ceremony(challenge, rpId, origin, other, crossOrigin, flags, counts);
        }

        public Ceremony flagged(int other) {
            return new Ceremony(challenge, rpId, origin, type, crossOrigin, other, counts);
        }

        public Ceremony framed() {
            return new Ceremony(challenge, rpId, origin, type, true, flags, counts);
        }

        public Ceremony under(String other) {
            return new Ceremony(challenge, other, origin, type, crossOrigin, flags, counts);
        }
    }
}
