package dev.bonafide.vault;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import java.util.Arrays;
import java.util.List;

/** Ada, Bob, and where their values stand. */
final class VaultFixture {
    static final IdentityId ADA = IdentityId.of("01900000-0000-7000-8000-00000000000a");
    static final IdentityId BOB = IdentityId.of("01900000-0000-7000-8000-00000000000b");
    static final Sealed.Place PLACE = new Sealed.Place("e1", "identity.registered", 1, "traits");
    static final String OLD = "old key-encryption key, forty-two characters";
    static final String NEW = "new key-encryption key, forty-two characters";

    private VaultFixture() {}

    static Vault vault(FakeKeys keys, String... secrets) {
        return new Vault(keys, ring(secrets), Entropy.system());
    }

    static VaultKeys ring(String... secrets) {
        return VaultKeys.of(List.of(secrets));
    }

    static Sealed.Fresh fresh(String text) {
        return new Sealed.Fresh(ADA, text);
    }

    static Opened text(String text) {
        return new Opened.Text(text);
    }

    static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = Arrays.copyOf(bytes, bytes.length);
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }
}
