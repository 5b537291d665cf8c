package dev.bonafide.method.fido;

import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The relying party's operations (WebAuthn Level 3 sections 7.1 and 7.2): what is the protocol's
 * own goes to the library, what it leaves open is checked here. Whatever is thrown on the way
 * refuses: an answer that breaks a parser is a wrong one.
 */
public final class Verifier {
    /** Formats whose statements the library checks; the name is compared as it is (WR-13). */
    private static final Set<String> FORMATS =
            Set.of("none", "packed", "fido-u2f", "tpm", "apple", "android-key");

    private final RelyingPartySettings party;
    private final Library library;

    public Verifier(RelyingPartySettings party, KeyWish wish) {
        this.party = party;
        this.library = new Library(party, wish.verified());
    }

    /** A key that was bound. */
    public record Bound(KeyMaterial material, KeyUse use) {}

    /** A key that was used. */
    public record Used(OpenKey key, KeyUse use) {}

    /** The credential id (base64url) that an answer names; empty for what is no answer. */
    public static Optional<String> credentialId(String answer) {
        return Response.used(answer).map(Response::credentialId);
    }

    /** The new key; empty where the answer is not of this ceremony, or not sound. */
    public Optional<Bound> bind(String answer, Pending pending, String displayName) {
        return Response.created(answer)
                .filter(sent ->
                        ClientData.fits(
                                sent.clientData(),
                                "webauthn.create",
                                pending.challenge(),
                                party.origins()))
                .flatMap(sent -> bind(sent, pending, displayName));
    }

    private Optional<Bound> bind(Response sent, Pending pending, String displayName) {
        try {
            var response =
                    AuthenticatorAttestationResponse.builder()
                            .attestationObject(new ByteArray(sent.main()))
                            .clientDataJSON(new ByteArray(sent.clientData()))
                            .build();
            String format = response.getAttestation().getFormat();
            RegistrationResult result = library.bound(sent, response, pending);
            byte[] cose = result.getPublicKeyCose().getBytes();
            boolean same = result.getKeyId().getId().equals(new ByteArray(sent.id()));
            boolean sound = FORMATS.contains(format) && PublicKeys.problem(cose).isEmpty() && same;
            return sound
                    ? Optional.of(bound(sent, pending, displayName, result, format))
                    : Optional.empty();
        } catch (RegistrationFailedException
                | IOException
                | Base64UrlException
                | RuntimeException refused) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("deprecation") // how Yubico marks what WebAuthn Level 3 added
    private static Bound bound(
            Response sent,
            Pending pending,
            String displayName,
            RegistrationResult result,
            String format) {
        KeyMaterial material =
                new KeyMaterial(
                        sent.credentialId(),
                        Bytes.text(result.getPublicKeyCose().getBytes()),
                        pending.handle(),
                        KeyLabels.cut(displayName),
                        Bytes.text(result.getAaguid().getBytes()),
                        sent.transports(),
                        format);
        return new Bound(
                material,
                new KeyUse(
                        result.getSignatureCount(),
                        result.isUserVerified(),
                        result.isBackupEligible(),
                        result.isBackedUp()));
    }

    /**
     * The key that answered, of those that may; empty where the answer is not of this ceremony, or
     * wrong. Without keys nothing is ever right (WS-02).
     *
     * @param named whether the person was known before: then the authenticator need not say whose
     *     the key is
     */
    public Optional<Used> use(String answer, Pending pending, List<OpenKey> keys, boolean named) {
        return Response.used(answer)
                .filter(sent ->
                        ClientData.fits(
                                sent.clientData(),
                                "webauthn.get",
                                pending.challenge(),
                                party.origins()))
                .filter(sent -> named || sent.userHandle() != null)
                .flatMap(sent -> key(sent, keys).flatMap(key -> use(sent, pending, key)));
    }

    private static Optional<OpenKey> key(Response sent, List<OpenKey> keys) {
        return keys.stream()
                .filter(key -> key.material().id().equals(sent.credentialId()))
                .findFirst();
    }

    @SuppressWarnings("deprecation") // how Yubico marks what WebAuthn Level 3 added
    private Optional<Used> use(Response sent, Pending pending, OpenKey key) {
        try {
            Holder holder = new Holder(key.key().lineage().toString(), List.of(key));
            AssertionResult result = library.used(sent, pending, holder);
            KeyUse use =
                    new KeyUse(
                            result.getSignatureCount(),
                            result.isUserVerified(),
                            result.isBackupEligible(),
                            result.isBackedUp());
            return result.isSuccess() ? Optional.of(new Used(key, use)) : Optional.empty();
        } catch (AssertionFailedException
                | IOException
                | Base64UrlException
                | RuntimeException refused) {
            return Optional.empty();
        }
    }
}
