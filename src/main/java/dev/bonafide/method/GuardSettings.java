package dev.bonafide.method;

import dev.bonafide.config.Configuration;
import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.kernel.MethodId;
import org.jspecify.annotations.Nullable;

/**
 * How guesses of each method are throttled: the method's own policy, under {@code
 * bonafide.guard.methods.<id>}.
 */
public final class GuardSettings {
    private final Configuration configuration;

    public GuardSettings(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Keys of one method; absent ones leave the policy as it is. */
    record Keys(@Nullable Boolean hardCap) {}

    public GuardPolicy of(MethodId method, GuardPolicy usual) {
        Boolean hardCap =
                configuration.bind("bonafide.guard.methods." + method, Keys.class).hardCap();
        return hardCap == null ? usual : usual.withHardCap(hardCap);
    }
}
