package dev.bonafide.method.password;

import dev.bonafide.config.Configuration;
import dev.bonafide.config.Default;
import dev.bonafide.config.Doc;
import dev.bonafide.config.Range;

/** {@code selfservice.methods.password}, as in Kratos. */
public record PasswordSettings(
        @Default("true") @Doc("Whether people log in and register with passwords.") boolean enabled,
        Config config) {
    static final String PATH = "selfservice.methods.password";

    /** Reads it. */
    public static PasswordSettings of(Configuration configuration) {
        return configuration.bind(PATH, PasswordSettings.class);
    }

    /**
     * What a new password must be.
     *
     * @param minPasswordLength in code points, 6 (Kratos' least) to 64 (what everybody must be able
     *     to use, ASVS 6.2.9)
     * @param identifierSimilarityCheckEnabled whether it must differ from what is known of its
     *     owner
     */
    public record Config(
            @Default("8")
                    @Range(min = 6, max = 64)
                    @Doc(
                            "Least length of a new password in code points. 15 where it can be the only factor (NIST SP 800-63B 3.1.1.2).")
                    int minPasswordLength,
            @Default("true")
                    @Doc("Whether a new password must differ from what is known of its owner.")
                    boolean identifierSimilarityCheckEnabled) {}
}
