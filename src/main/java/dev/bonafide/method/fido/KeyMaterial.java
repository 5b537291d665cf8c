package dev.bonafide.method.fido;

import dev.bonafide.http.Json;
import java.util.List;

/**
 * What is needed of a key to verify it, to ask for it and to list it. Bytes are base64url without
 * padding.
 *
 * @param id the credential id, 1 to 1023 bytes
 * @param publicKey COSE_Key (RFC 9052 section 7)
 * @param userHandle under which the authenticator knows its owner, 1 to 64 bytes
 * @param displayName what its owner calls it; "" for nothing
 * @param aaguid model of the authenticator, 16 bytes; "" if it does not tell
 * @param transports {@code usb}, {@code nfc}, {@code ble}, {@code internal}, {@code hybrid}, …
 * @param attestation the format of its attestation, which is not trusted
 */
public record KeyMaterial(
        String id,
        String publicKey,
        String userHandle,
        String displayName,
        String aaguid,
        List<String> transports,
        String attestation) {
    public KeyMaterial {
        transports = List.copyOf(transports);
    }

    /** The same under another name. */
    KeyMaterial called(String name) {
        return new KeyMaterial(id, publicKey, userHandle, name, aaguid, transports, attestation);
    }

    String text() {
        return Json.mapper().writeValueAsString(this);
    }

    static KeyMaterial parse(String text) {
        return Json.mapper().readValue(text, KeyMaterial.class);
    }

    /** It tells its owner's keys apart elsewhere. */
    @Override
    public String toString() {
        return "KeyMaterial";
    }
}
