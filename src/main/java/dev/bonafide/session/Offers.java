package dev.bonafide.session;

import dev.bonafide.identity.Factor;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.MethodId;
import java.util.List;
import java.util.function.Predicate;

/**
 * What people may be offered today: the factors of methods that are switched on. A spent set is not
 * offered; what the guard refuses is, so that exhausting a factor never opens anything.
 */
public final class Offers {
    private final Predicate<MethodId> enabled;

    public Offers(Predicate<MethodId> enabled) {
        this.enabled = enabled;
    }

    /** The factors of the session's identity that may be offered. */
    public List<Factor> of(Standing standing) {
        return standing.identity().factors().stream()
                .filter(factor -> enabled.test(factor.method()))
                .toList();
    }

    /** The second factors that would lift this session to {@code AAL2}. */
    public List<Factor> lifting(Standing standing) {
        return Assurance.lifting(standing.counting(), of(standing));
    }

    /** The level that this session can reach. */
    public Aal reachable(Standing standing) {
        return Assurance.reachable(standing.counting(), of(standing));
    }
}
