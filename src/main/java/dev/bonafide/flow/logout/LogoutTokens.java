package dev.bonafide.flow.logout;

import dev.bonafide.kernel.SealingKeys;
import dev.bonafide.kernel.Secrets;
import dev.bonafide.kernel.SessionId;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a browser shows to log out: a MAC of its session's id, so that no other site can make it do
 * so, and nothing has to be kept.
 */
final class LogoutTokens {
    static final String PURPOSE = "bonafide logout 1";

    private static final String PREFIX = "ory_lo_";
    private static final int BYTES = 16;

    private final Supplier<SealingKeys> keys;

    LogoutTokens(Supplier<SealingKeys> keys) {
        this.keys = keys;
    }

    String of(SessionId session) {
        return all(session).findFirst().orElseThrow();
    }

    /** Whether it is the session's, under any of the secrets. */
    boolean isOf(SessionId session, String token) {
        return all(session).anyMatch(known -> Secrets.equal(known, token));
    }

    private Stream<String> all(SessionId session) {
        return keys.get()
                .macs(session.toString())
                .map(mac -> PREFIX + HexFormat.of().formatHex(mac, 0, BYTES));
    }
}
