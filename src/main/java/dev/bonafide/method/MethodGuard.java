package dev.bonafide.method;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Setting;
import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.kernel.MethodId;
import org.jspecify.annotations.Nullable;

/**
 * How guesses of one method are throttled. Each method's folder declares its own as a part of the
 * configuration, so that who asks which methods there are need not make them.
 *
 * @param policy the method's usual one, changed by {@code bonafide.guard.methods.<id>}
 */
public record MethodGuard(MethodId method, Setting<GuardPolicy> policy) {
    /** Keys of one method; absent ones leave the policy as it is. */
    record Keys(
            @Nullable
                    @Doc(
                            value =
                                    "Whether 100 wrong guesses in a row disable the method for the identity until an administrator resets the guard or the factor is bound anew.",
                            absent = "on for second factors, off for first factors")
                    Boolean hardCap) {}

    public static MethodGuard of(
            Configuration configuration, MethodId method, GuardPolicy usual) {
        Setting<Keys> keys =
                configuration.setting("bonafide.guard.methods." + method, Keys.class);
        return new MethodGuard(method, keys.map(own -> changed(usual, own.hardCap())));
    }

    private static GuardPolicy changed(GuardPolicy usual, @Nullable Boolean hardCap) {
        return hardCap == null ? usual : usual.withHardCap(hardCap);
    }
}
