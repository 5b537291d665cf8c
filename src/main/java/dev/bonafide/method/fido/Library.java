package dev.bonafide.method.fido;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Puts one answer and what was asked before the library, and nothing else of the world. */
final class Library {
    private static final List<PublicKeyCredentialParameters> ALGORITHMS =
            List.of(
                    PublicKeyCredentialParameters.ES256,
                    PublicKeyCredentialParameters.EdDSA,
                    PublicKeyCredentialParameters.ES384,
                    PublicKeyCredentialParameters.ES512,
                    PublicKeyCredentialParameters.Ed448,
                    PublicKeyCredentialParameters.RS256);

    /** Nobody has any key: whether an id is taken is decided by the append, not by a look. */
    private static final Holder NOBODY = new Holder("", List.of());

    private final RelyingPartySettings party;
    private final UserVerificationRequirement verification;

    /**
     * @param verified whether the authenticator has to have asked for a PIN or a finger
     */
    Library(RelyingPartySettings party, boolean verified) {
        this.party = party;
        this.verification =
                verified
                        ? UserVerificationRequirement.REQUIRED
                        : UserVerificationRequirement.PREFERRED;
    }

    /** Throws whatever it throws for what is not right. */
    RegistrationResult bound(
            Response sent, AuthenticatorAttestationResponse response, Pending pending)
            throws RegistrationFailedException {
        return library(NOBODY)
                .finishRegistration(
                        FinishRegistrationOptions.builder()
                                .request(creation(pending))
                                .response(
                                        PublicKeyCredential
                                                .<AuthenticatorAttestationResponse,
                                                        ClientRegistrationExtensionOutputs>
                                                        builder()
                                                .id(new ByteArray(sent.id()))
                                                .response(response)
                                                .clientExtensionResults(
                                                        ClientRegistrationExtensionOutputs.builder()
                                                                .build())
                                                .build())
                                .build());
    }

    /** Throws whatever it throws for what is not right. */
    AssertionResult used(Response sent, Pending pending, Holder holder)
            throws AssertionFailedException, IOException, Base64UrlException {
        AuthenticatorAssertionResponse response =
                AuthenticatorAssertionResponse.builder()
                        .authenticatorData(new ByteArray(sent.main()))
                        .clientDataJSON(new ByteArray(sent.clientData()))
                        .signature(new ByteArray(sent.signature()))
                        .userHandle(Optional.ofNullable(sent.userHandle()).map(ByteArray::new))
                        .build();
        return library(holder)
                .finishAssertion(
                        FinishAssertionOptions.builder()
                                .request(request(pending, holder))
                                .response(
                                        PublicKeyCredential
                                                .<AuthenticatorAssertionResponse,
                                                        ClientAssertionExtensionOutputs>
                                                        builder()
                                                .id(new ByteArray(sent.id()))
                                                .response(response)
                                                .clientExtensionResults(
                                                        ClientAssertionExtensionOutputs.builder()
                                                                .build())
                                                .build())
                                .build());
    }

    private PublicKeyCredentialCreationOptions creation(Pending pending) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(identity())
                .user(
                        UserIdentity.builder()
                                .name("")
                                .displayName("")
                                .id(new ByteArray(Bytes.of(pending.handle())))
                                .build())
                .challenge(new ByteArray(Bytes.of(pending.challenge())))
                .pubKeyCredParams(ALGORITHMS)
                .authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                                .userVerification(verification)
                                .build())
                .build();
    }

    private AssertionRequest request(Pending pending, Holder holder) {
        return AssertionRequest.builder()
                .publicKeyCredentialRequestOptions(
                        PublicKeyCredentialRequestOptions.builder()
                                .challenge(new ByteArray(Bytes.of(pending.challenge())))
                                .rpId(party.id())
                                .allowCredentials(
                                        List.copyOf(
                                                holder.getCredentialIdsForUsername(holder.user())))
                                .userVerification(verification)
                                .build())
                .username(holder.user())
                .build();
    }

    /** The counter is ours to judge: it is an event, and refused where configuration says so. */
    private RelyingParty library(Holder holder) {
        return RelyingParty.builder()
                .identity(identity())
                .credentialRepository(holder)
                .origins(party.origins())
                .preferredPubkeyParams(ALGORITHMS)
                .allowOriginPort(false)
                .allowOriginSubdomain(false)
                .allowUntrustedAttestation(true)
                .validateSignatureCounter(false)
                .build();
    }

    private RelyingPartyIdentity identity() {
        return RelyingPartyIdentity.builder().id(party.id()).name(party.displayName()).build();
    }
}
