package dev.bonafide.method.fido;

import dev.bonafide.http.Json;
import dev.bonafide.kernel.Entropy;
import java.time.Duration;
import java.time.Instant;

/**
 * A ceremony that was begun: kept in a flow, and so bound to the flow, its session and its
 * identity, and gone with them (WR-01, WR-18).
 *
 * @param challenge 32 random bytes, base64url; used once, within ten minutes
 * @param handle under which a key that is bound will know its owner; "" in a login
 * @param typed as whom a login was begun; "" where nothing was typed
 */
public record Pending(String challenge, Instant madeAt, String handle, String typed) {
    /** How long a person may take (WebAuthn Level 3 section 15.1 recommends five to ten). */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final int CHALLENGE_BYTES = 32;
    private static final int HANDLE_BYTES = 64;

    /** For a login. */
    public static Pending login(Entropy entropy, Instant now, String typed) {
        return new Pending(Bytes.text(entropy.bytes(CHALLENGE_BYTES)), now, "", typed);
    }

    /** For binding a key; under a random handle, without anything personal (WR-16). */
    public static Pending binding(Entropy entropy, Instant now) {
        return binding(entropy, now, Bytes.text(entropy.bytes(HANDLE_BYTES)));
    }

    /** For binding one more key of somebody who has a handle. */
    public static Pending binding(Entropy entropy, Instant now, String handle) {
        return new Pending(Bytes.text(entropy.bytes(CHALLENGE_BYTES)), now, handle, "");
    }

    public String text() {
        return Json.mapper().writeValueAsString(this);
    }

    /** Of what {@link #text} wrote. */
    public static Pending parse(String text) {
        return Json.mapper().readValue(text, Pending.class);
    }

    public boolean alive(Instant now) {
        return now.isBefore(madeAt.plus(LIFE));
    }

    @Override
    public String toString() {
        return "Pending[" + madeAt + "]";
    }
}
