package dev.bonafide.method.lookup;

import dev.bonafide.config.BadConfiguration;
import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;

/**
 * How the operator wants it.
 *
 * @param enabled {@code selfservice.methods.lookup_secret.enabled}, off by default
 * @param reveal {@code bonafide.lookup_secret.reveal}, off by default: whether codes can be shown
 *     again, as in Kratos. Weaker: it keeps a copy of them, sealed under the identity's key, and
 *     whoever takes over a privileged session can read them
 */
public record LookupSettings(boolean enabled, boolean reveal) {
    /**
     * Reads both places.
     *
     * @throws BadConfiguration naming key, value and what is allowed
     */
    public static LookupSettings of(Configuration configuration) {
        return new LookupSettings(
                configuration.bind("selfservice.methods.lookup_secret", Method.class).enabled(),
                configuration.bind("bonafide.lookup_secret", Own.class).reveal());
    }

    record Method(
            @Default("false") @Doc("Whether lists of one-time codes are a second factor.")
                    boolean enabled) {}

    record Own(
            @Default("false")
                    @Doc(
                            "Whether codes can be shown again, as in Kratos. Weaker: a sealed copy of them is kept, and whoever takes over a privileged session can read them.")
                    boolean reveal) {}
}
