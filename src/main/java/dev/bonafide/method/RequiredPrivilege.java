package dev.bonafide.method;

import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Refused;
import dev.bonafide.method.MethodCommand.SettingsPolicy;
import dev.bonafide.session.Privilege;
import dev.bonafide.session.Recovered;
import dev.bonafide.session.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a session must have proven of late before it may change what its identity logs in with. */
final class RequiredPrivilege {
    private RequiredPrivilege() {}

    /**
     * Judges by the session as it is under the lock.
     *
     * @param policy null for a change that needs no privilege
     * @throws Refused {@code session.not-privileged}
     */
    static void check(Standing standing, @Nullable SettingsPolicy policy, Instant now) {
        if (policy == null) {
            return;
        }
        List<Factor> offered =
                standing.identity().factors().stream()
                        .filter(factor -> policy.enabled().contains(factor.method()))
                        .toList();
        boolean granted =
                (policy.restores() || !Recovered.is(standing))
                        && Privilege.of(standing, offered, policy.maxAge(), now)
                                instanceof Privilege.Granted
                        && (!policy.firstFactorToo()
                                || Privilege.freshFirst(standing, policy.maxAge(), now));
        if (!granted) {
            throw new Refused(
                    "session.not-privileged",
                    "the session has no fresh enough proof for this change");
        }
    }
}
