package dev.bonafide.method.fido;

import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.data.AttestationObject;
import com.yubico.webauthn.data.AttestedCredentialData;
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
    public Optional<Bound> bind(String answer, Pending pending) {
        return Response.created(answer)
                .filter(sent ->
                        ClientData.fits(
                                sent.clientData(),
                                "webauthn.create",
                                pending.challenge(),
                                party.origins()))
                .flatMap(sent -> bind(sent, pending));
    }

    private Optional<Bound> bind(Response sent, Pending pending) {
        try {
            var response =
                    AuthenticatorAttestationResponse.builder()
                            .attestationObject(new ByteArray(sent.main()))
                            .clientDataJSON(new ByteArray(sent.clientData()))
                            .build();
            RegistrationResult result = library.bound(sent, response, pending);
            byte[] cose = result.getPublicKeyCose().getBytes();
            AttestationObject object = response.getAttestation();
            boolean sound =
                    attested(object).equals(new ByteArray(sent.id()))
                            && WholeCbor.whole(sent.main())
                            && FORMATS.contains(object.getFormat())
                            && PublicKeys.problem(cose).isEmpty();
            return sound ? Optional.of(bound(sent, pending, result, object)) : Optional.empty();
        } catch (RegistrationFailedException
                | IOException
                | Base64UrlException
                | RuntimeException refused) {
            return Optional.empty();
        }
    }

    /** The id that the authenticator bound; the library repeats the one that the client says. */
    private static ByteArray attested(AttestationObject object) {
        return object.getAuthenticatorData()
                .getAttestedCredentialData()
                .map(AttestedCredentialData::getCredentialId)
                .orElseThrow();
    }

    private static Bound bound(
            Response sent, Pending pending, RegistrationResult result, AttestationObject object) {
        KeyMaterial material =
                new KeyMaterial(
                        sent.credentialId(),
                        Bytes.text(result.getPublicKeyCose().getBytes()),
                        pending.handle(),
                        "",
                        Bytes.text(result.getAaguid().getBytes()),
                        sent.transports(),
                        object.getFormat());
        byte[] data = object.getAuthenticatorData().getBytes().getBytes();
        return new Bound(
                material, KeyUse.of(data, result.getSignatureCount(), result.isUserVerified()));
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

    /** Does for an answer about nobody what is done for one about somebody; nothing comes of it. */
    public void pretend(String answer, Pending pending) {
        Response.used(answer)
                .ifPresent(sent -> {
                    byte[] handle = sent.userHandle();
                    String known = Bytes.text(handle == null ? new byte[] {0} : handle);
                    use(answer, pending, List.of(Stranger.key(sent.credentialId(), known)), true);
                });
    }

    private static Optional<OpenKey> key(Response sent, List<OpenKey> keys) {
        return keys.stream()
                .filter(key -> key.material().id().equals(sent.credentialId()))
                .findFirst();
    }

    private Optional<Used> use(Response sent, Pending pending, OpenKey key) {
        try {
            Holder holder = new Holder(key.key().lineage().toString(), List.of(key));
            AssertionResult result = library.used(sent, pending, holder);
            KeyUse use =
                    KeyUse.of(sent.main(), result.getSignatureCount(), result.isUserVerified());
            return result.isSuccess() ? Optional.of(new Used(key, use)) : Optional.empty();
        } catch (AssertionFailedException
                | IOException
                | Base64UrlException
                | RuntimeException refused) {
            return Optional.empty();
        }
    }
}
