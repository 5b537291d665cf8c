package dev.bonafide.method.fido;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that the library may see of the world in one ceremony: one person, and those of their keys
 * that may be used in it. So no answer can ever be taken for somebody else's (WS-02).
 *
 * @param user any text that names the person
 */
record Holder(String user, List<OpenKey> keys) implements CredentialRepository {
    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return keys.stream()
                .filter(key -> username.equals(user))
                .map(key -> PublicKeyCredentialDescriptor.builder().id(id(key)).build())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return keys.stream().filter(key -> username.equals(user)).map(Holder::handle).findFirst();
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray given) {
        return keys.stream().anyMatch(key -> handle(key).equals(given))
                ? Optional.of(user)
                : Optional.empty();
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray given) {
        return lookupAll(credentialId).stream()
                .filter(key -> key.getUserHandle().equals(given))
                .findFirst();
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return keys.stream()
                .filter(key -> id(key).equals(credentialId))
                .map(Holder::registered)
                .collect(Collectors.toUnmodifiableSet());
    }

    @SuppressWarnings("deprecation") // how Yubico marks what WebAuthn Level 3 added
    private static RegisteredCredential registered(OpenKey key) {
        return RegisteredCredential.builder()
                .credentialId(id(key))
                .userHandle(handle(key))
                .publicKeyCose(new ByteArray(Bytes.of(key.material().publicKey())))
                .signatureCount(key.key().facts().signCount())
                .build();
    }

    private static ByteArray id(OpenKey key) {
        return new ByteArray(Bytes.of(key.material().id()));
    }

    private static ByteArray handle(OpenKey key) {
        return new ByteArray(Bytes.of(key.material().userHandle()));
    }
}
