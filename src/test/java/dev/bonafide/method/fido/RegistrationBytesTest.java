package dev.bonafide.method.fido;

import static dev.bonafide.method.fido.World.asked;
import static dev.bonafide.method.fido.World.binds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An answer that breaks a parser is a wrong one, never a failure. */
class RegistrationBytesTest {
    private static final int FLAGS = 32;

    private final SoftAuthenticator key = new SoftAuthenticator();

    @Test
    void neverThrowsWhateverByteIsChanged() {
        String right = key.create(asked());
        int length =
                Bytes.of(Tamper.json(right).path("response").path("attestationObject").asString(""))
                        .length;
        for (int at = 0; at < length; at++) {
            binds(Tamper.bytes(right, "attestationObject", Tamper.flip(at)));
        }
        assertThat(binds(Tamper.authData(right, FLAGS, flags -> (byte) (flags & ~0x40)))).isFalse();
    }
}
