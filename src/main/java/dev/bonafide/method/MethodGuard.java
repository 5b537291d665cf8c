package dev.bonafide.method;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Setting;
import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.kernel.MethodId;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration knows of a method before that is made: how its guesses are throttled. Each
 * method's folder declares its own as a part, so that who asks which methods there are need not
 * make them.
 *
 * @param registers whether people can be registered with it
 * @param policy the usual one, changed by {@code bonafide.guard.methods.<id>}
 */
public record MethodGuard(MethodId method, boolean registers, Setting<GuardPolicy> policy) {
    /** Keys of one method; absent ones leave the policy as it is. */
    record Keys(
            @Nullable
                    @Doc(
                            value =
                                    "Whether 100 wrong guesses in a row disable the method for the identity until an administrator resets the guard or the factor is bound anew.",
                            absent = "on for second factors, off for first factors")
                    Boolean hardCap) {}

    /** Of a method that somebody may be registered with, and log in with alone. */
    public static MethodGuard ofFirstFactor(Configuration configuration, MethodId method) {
        return new MethodGuard(
                method, true, policy(configuration, method, GuardPolicy.FIRST_FACTOR));
    }

    /** Of a method that is only ever asked for besides. */
    public static MethodGuard ofSecondFactor(Configuration configuration, MethodId method) {
        return new MethodGuard(
                method, false, policy(configuration, method, GuardPolicy.SECOND_FACTOR));
    }

    private static Setting<GuardPolicy> policy(
            Configuration configuration, MethodId method, GuardPolicy usual) {
        Setting<Keys> keys = configuration.setting("bonafide.guard.methods." + method, Keys.class);
        return keys.map(own -> changed(usual, own.hardCap()));
    }

    private static GuardPolicy changed(GuardPolicy usual, @Nullable Boolean hardCap) {
        return hardCap == null ? usual : usual.withHardCap(hardCap);
    }
}
